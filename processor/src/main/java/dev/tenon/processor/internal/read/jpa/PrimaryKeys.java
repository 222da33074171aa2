package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.InheritanceStrategy;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the primary keys of entities, which referencing columns follow; each key is computed once. */
final class PrimaryKeys {

    private final JpaContext jpa;
    private final Map<EntityClass, List<PrimaryKeyColumn>> known = new HashMap<>();
    private final Map<EntityClass, List<PrimaryKeyColumn>> sorted = new HashMap<>();
    private final Set<EntityClass> begun = new HashSet<>();

    PrimaryKeys(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** The columns of the entity's primary key in its table; none if there is no key, which is reported. */
    List<PrimaryKeyColumn> of(EntityClass entity) {
        List<PrimaryKeyColumn> key = known.get(entity);
        if (key == null) {
            if (!begun.add(entity)) {
                cycle(entity);
                return List.of();
            }
            key = entity.strategy() == InheritanceStrategy.JOINED
                            && entity.parent().isPresent()
                    ? joined(entity, of(entity.parent().get()))
                    : own(entity);
            known.put(entity, key);
        }
        return key;
    }

    /**
     * The columns of the key in the order of the attributes' names, which join columns without
     * {@code referencedColumnName} follow in Hibernate ORM.
     */
    List<PrimaryKeyColumn> sorted(EntityClass entity) {
        List<PrimaryKeyColumn> key = of(entity);
        return sorted.getOrDefault(entity, key);
    }

    /** The column of that name outside the key that a foreign key may reference. */
    Optional<PrimaryKeyColumn> other(EntityClass entity, String column) {
        TableContribution fragment = new TableContribution();
        List<PersistentAttribute> singles = entity.allMembers().stream()
                .filter(member ->
                        !member.marks().hasAny("ManyToOne", "OneToOne", "OneToMany", "ManyToMany", "ElementCollection"))
                .toList();
        AttributeContext where = AttributeContext.in(entity, entity.table(), Overrides.NONE, false);
        new AttributeWalker(jpa, this).walk(singles, where, DerivedIdentifiers.NONE, fragment);
        return fragment.columns().stream()
                .filter(each -> each.column().equals(column))
                .flatMap(each -> each.basis().type().map(type -> new PrimaryKeyColumn(column, type)).stream())
                .findFirst();
    }

    private List<PrimaryKeyColumn> own(EntityClass entity) {
        EntityClass root = entity.root();
        List<PersistentAttribute> members = root.members().stream()
                .filter(member -> member.marks().hasAny("Id", "EmbeddedId", "MapsId"))
                .toList();
        TableContribution fragment = new TableContribution();
        Overrides overrides = Overrides.NONE;
        for (var each : root.own()) {
            overrides = Overrides.on(jpa.lookup().of(each), jpa.overrides()).over(overrides);
        }
        new AttributeWalker(jpa, this)
                .walk(
                        members,
                        AttributeContext.in(root, entity.table(), overrides, false),
                        DerivedIdentifiers.in(members),
                        fragment);
        List<MappedColumn> mapped =
                fragment.columns().stream().filter(MappedColumn::key).toList();
        List<PrimaryKeyColumn> key = columns(mapped.stream());
        sorted.put(
                entity,
                columns(mapped.stream()
                        .sorted(Comparator.comparing(each -> each.property().path()))));
        if (members.stream().noneMatch(member -> member.marks().hasAny("Id", "EmbeddedId"))) {
            jpa.error(
                    DiagnosticCode.JPA_KEY,
                    SourceLocation.of(entity.element()),
                    entity + " has no primary key",
                    "put @Id or @EmbeddedId on the attribute that identifies it");
        }
        return key;
    }

    private static List<PrimaryKeyColumn> columns(Stream<MappedColumn> mapped) {
        return mapped.flatMap(
                        each -> each.basis().type().map(type -> new PrimaryKeyColumn(each.column(), type)).stream())
                .toList();
    }

    private List<PrimaryKeyColumn> joined(EntityClass entity, List<PrimaryKeyColumn> above) {
        List<String> names = new PrimaryKeyJoins(jpa).names(entity.marks(), above);
        List<PrimaryKeyColumn> key = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            key.add(new PrimaryKeyColumn(names.get(i), above.get(i).type()));
        }
        return key;
    }

    private void cycle(EntityClass entity) {
        jpa.error(
                DiagnosticCode.JPA_KEY,
                SourceLocation.of(entity.element()),
                "the primary key of " + entity + " consists of references that form a cycle",
                "give one of the entities its own key");
    }
}
