package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.TableKeys;
import java.util.List;
import java.util.Optional;

/** Makes referenced columns unique that are no key, as Hibernate ORM does and PostgreSQL requires. */
final class ReferencedKeys {

    private final TableBuilder builder;

    ReferencedKeys(TableBuilder builder) {
        this.builder = builder;
    }

    /** Adds the unique constraints that the references need. */
    void complete(List<EntityReference> references) {
        for (EntityReference link : references) {
            Optional<TableDraft> target = builder.known(link.target().table());
            target.filter(table -> !TableKeys.canBeReferred(table, link.targetColumns()))
                    .ifPresent(table -> builder.unique(table, link.targetColumns(), Optional.empty(), link.site()));
        }
    }
}
