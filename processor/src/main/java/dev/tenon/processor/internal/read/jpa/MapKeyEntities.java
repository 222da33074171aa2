package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ForeignKeyAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads maps whose keys are entities: the columns reference the entity. */
final class MapKeyEntities {

    private final JpaContext jpa;
    private final PrimaryKeys keys;
    private final JoinColumns joins;

    MapKeyEntities(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.keys = keys;
        this.joins = new JoinColumns(jpa, keys);
    }

    /**
     * Adds the columns and the foreign key.
     *
     * @param required whether the columns are NOT NULL even if no annotation says so
     */
    void read(
            PersistentAttribute member,
            TypeMirror type,
            AttributeContext where,
            boolean required,
            TableContribution into) {
        SourceLocation site = SourceLocation.of(member.element());
        Optional<EntityClass> found = jpa.entities().of(type);
        if (found.isEmpty()) {
            jpa.error(
                    DiagnosticCode.JPA_TARGET,
                    site,
                    "the entity " + type + " is not part of this schema",
                    "compile its module with Tenon's processor, and without migrations of its own");
            return;
        }
        EntityClass target = found.get();
        List<AnnotationUse> said = member.marks().all("MapKeyJoinColumn");
        List<JoinColumns.Pair> pairs = pairs(member, said, target);
        for (JoinColumns.Pair pair : pairs) {
            boolean nullable = !required && !pair.isNotNull();
            Property property =
                    new Property(where.path() + member.name(), member.element(), member.type(), pair.name());
            into.add(new MappedColumn(
                            property,
                            ColumnBasis.of(pair.type(), nullable),
                            required,
                            ColumnExtras.isReadOnly(pair.declared()))
                    .asBeside());
            pair.declared().ifPresent(use -> new ColumnExtras(jpa).constraints(use, pair.name(), into));
        }
        List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
        member.marks().one("MapKeyJoinColumns").ifPresent(sayForeignKey::add);
        ForeignKeys foreignKey = ForeignKeys.in(jpa, "foreignKey", sayForeignKey);
        if (foreignKey.wanted() && !target.isSpread() && !pairs.isEmpty()) {
            into.add(new EntityReference(
                    pairs.stream().map(JoinColumns.Pair::name).toList(),
                    target,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    foreignKey.name(),
                    ForeignKeyAction.NO_ACTION,
                    site));
        }
    }

    /** Without a declared name, a single column is named after the attribute alone. */
    private List<JoinColumns.Pair> pairs(PersistentAttribute member, List<AnnotationUse> said, EntityClass target) {
        String prefix = member.name() + "_KEY";
        List<PrimaryKeyColumn> key = keys.of(target);
        return said.isEmpty() && key.size() == 1
                ? List.of(new JoinColumns.Pair(
                        jpa.naming().physical(prefix),
                        key.get(0).type(),
                        key.get(0).name(),
                        Optional.empty()))
                : joins.pair(said, prefix, target);
    }
}
