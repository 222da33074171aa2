package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Finds the secondary tables that {@code @SecondaryTable} declares. */
final class SecondaryTables {

    private final JpaContext jpa;
    private final PrimaryKeys keys;

    SecondaryTables(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.keys = keys;
    }

    /** Adds the secondary tables of the entity, with or without columns of their own. */
    void declare(EntityClass entity, TableContribution into) {
        for (TypeElement each : entity.own()) {
            JpaAnnotations marks = jpa.lookup().of(each);
            marks.has("SecondaryTables");
            marks.all("SecondaryTable").forEach(use -> into.in(table(entity, use)));
        }
    }

    /**
     * The table that a column annotation names, if it is not the entity's own; reports a table that is not declared.
     */
    Optional<SecondaryTable> of(Optional<AnnotationUse> column, AttributeContext where) {
        Optional<AnnotationUse> named =
                column.filter(use -> use.optionalText("table").isPresent());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String name = jpa.naming().physical(named.get().text("table"));
        if (name.equals(where.table().name())) {
            return Optional.empty();
        }
        Optional<SecondaryTable> found = where.entity()
                .lineage()
                .flatMap(entity -> entity.own().stream()
                        .flatMap(each -> jpa.lookup().of(each).all("SecondaryTable").stream())
                        .filter(use -> jpa.naming().physical(use.text("name")).equals(name))
                        .map(use -> table(entity, use)))
                .findFirst();
        if (found.isEmpty()) {
            jpa.error(
                    DiagnosticCode.JPA_NO_TABLE,
                    named.get().site("table"),
                    where.entity() + " has no secondary table " + name,
                    "declare it with @SecondaryTable, or remove the table");
        }
        return found;
    }

    private SecondaryTable table(EntityClass entity, AnnotationUse use) {
        List<AnnotationUse> said = jpa.nested(use, "pkJoinColumns");
        List<PrimaryKeyColumn> shared = keys.of(entity);
        List<String> names = new PrimaryKeyJoins(jpa).names(said, shared);
        List<PrimaryKeyColumn> key = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            key.add(new PrimaryKeyColumn(names.get(i), shared.get(i).type()));
        }
        List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
        sayForeignKey.add(use);
        QualifiedName name = new QualifiedName(
                use.optionalText("schema")
                        .map(jpa.naming()::physical)
                        .orElse(entity.table().schema()),
                jpa.naming().physical(use.text("name")));
        return new SecondaryTable(
                entity,
                name,
                key,
                shared,
                ForeignKeys.in(jpa, "foreignKey", sayForeignKey),
                Optional.of(use),
                use.site(),
                new TableContribution());
    }
}
