package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads to-one relationships: the columns with the key of the target, and the foreign key. */
final class ToOneReader {

    private final JpaContext jpa;
    private final PrimaryKeys keys;
    private final JoinColumns joins;
    private final TargetEntities targets;
    private final SecondaryTables secondary;
    private final ToOneJoinTables joinTables;

    ToOneReader(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.keys = keys;
        this.joins = new JoinColumns(jpa, keys);
        this.targets = new TargetEntities(jpa);
        this.secondary = new SecondaryTables(jpa, keys);
        this.joinTables = new ToOneJoinTables(jpa, keys);
    }

    /** Adds the relationship to the fragment; the inverse side adds nothing. */
    void read(PersistentAttribute member, AttributeContext where, TableContribution into) {
        JpaAnnotations marks = member.marks();
        boolean oneToOne = marks.has("OneToOne");
        AnnotationUse relation = marks.one(oneToOne ? "OneToOne" : "ManyToOne").orElseThrow();
        Optional<EntityClass> target = targets.of(relation, member.type(), member);
        if (target.isEmpty() || (oneToOne && targets.isInverse(relation, target.get()))) {
            return;
        }
        boolean required = where.key()
                || !relation.flag("optional")
                || jpa.validation(member).isRequired();
        if (marks.has("PrimaryKeyJoinColumn")) {
            sharedKey(member, where, target.get(), marks.all("PrimaryKeyJoinColumn"), required, into);
            return;
        }
        Optional<AnnotationUse> override =
                where.overrides().find("AssociationOverride", member.name(), jpa.overrides());
        Optional<AnnotationUse> joinTable = override.flatMap(use -> jpa.inner(use, "joinTable"))
                .filter(use -> use.optionalText("name").isPresent())
                .or(() -> marks.one("JoinTable"));
        if (joinTable.isPresent()) {
            joinTables.read(member, where, target.get(), joinTable.get(), oneToOne, into);
            return;
        }
        List<AnnotationUse> said = override.map(use -> jpa.nested(use, "joinColumns"))
                .filter(uses -> !uses.isEmpty())
                .orElseGet(() -> marks.all("JoinColumn"));
        List<JoinColumns.Pair> pairs = joins.pair(said, member.name(), target.get());
        if (oneToOne && !where.key() && isOverKey(where.entity(), pairs)) {
            sharedKey(member, where, target.get(), said, !relation.flag("optional"), into);
        } else if (!pairs.isEmpty()) {
            Optional<SecondaryTable> other = secondary.of(said.stream().findFirst(), where);
            TableContribution home = other.map(into::in).orElse(into);
            SourceLocation site = said.isEmpty() ? relation.site() : said.get(0).site("referencedColumnName");
            AttributeContext here = other.isPresent() ? where.asRequired() : where;
            columns(member, here, pairs, required && (where.key() || !where.loose()), home);
            List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
            marks.one("JoinColumns").ifPresent(sayForeignKey::add);
            override.ifPresent(sayForeignKey::add);
            link(
                    member,
                    target.get(),
                    pairs,
                    ForeignKeys.in(jpa, "foreignKey", sayForeignKey).unlessMissing(member),
                    site,
                    home);
            boolean whole = where.key()
                    && marks.has("MapsId")
                    && marks.one("MapsId").get().text("value").isBlank();
            if (oneToOne && !whole) {
                home.unique(pairs.stream().map(JoinColumns.Pair::name).toList(), relation.site());
            }
        }
    }

    private void columns(
            PersistentAttribute member,
            AttributeContext where,
            List<JoinColumns.Pair> pairs,
            boolean required,
            TableContribution into) {
        String path = where.path() + member.name();
        ColumnExtras extras = new ColumnExtras(jpa);
        TenonAnnotationsOnJpa tenon = new TenonAnnotationsOnJpa(jpa);
        for (JoinColumns.Pair pair : pairs) {
            TypeMirror type = member.type();
            Property property = new Property(path, member.element(), type, pair.name());
            Optional<String> comment = pair.declared().flatMap(use -> use.optionalText("comment"));
            Optional<ColumnType> stored = tenon.declaresType(member)
                    ? tenon.stored(property, pair.declared(), where.table().schema())
                    : Optional.of(pair.type());
            tenon.refuseTwice(property, Optional.empty(), comment);
            boolean nullable = !required && !pair.isNotNull();
            into.add(new MappedColumn(
                    property,
                    new ColumnBasis(stored, !where.key() && (nullable || where.loose()), Optional.empty(), comment),
                    where.key(),
                    ColumnExtras.isReadOnly(pair.declared())));
            pair.declared().ifPresent(use -> extras.constraints(use, pair.name(), into));
            if (pairs.size() == 1) {
                into.add(property);
            }
        }
        if (pairs.size() > 1) {
            EmbeddedProperty embedding = new EmbeddedProperty(
                    path,
                    member.element(),
                    pairs.stream().map(JoinColumns.Pair::name).toList());
            tenon.refuseOnEmbedded(embedding);
            into.add(embedding);
        }
    }

    private static void link(
            PersistentAttribute member,
            EntityClass target,
            List<JoinColumns.Pair> pairs,
            ForeignKeys said,
            SourceLocation site,
            TableContribution into) {
        if (said.wanted() && !target.isSpread()) {
            into.add(new EntityReference(
                    pairs.stream().map(JoinColumns.Pair::name).toList(),
                    target,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    said.name(),
                    JoinColumns.onDelete(member.marks()),
                    site));
        }
    }

    /** Whether the columns are the key of the entity, so that the relationship has no columns of its own. */
    private boolean isOverKey(EntityClass entity, List<JoinColumns.Pair> pairs) {
        List<String> columns = pairs.stream().map(JoinColumns.Pair::name).toList();
        return !columns.isEmpty()
                && columns.equals(
                        keys.of(entity).stream().map(PrimaryKeyColumn::name).toList());
    }

    /** Adds the foreign key of an entity whose own key references the target. */
    private void sharedKey(
            PersistentAttribute member,
            AttributeContext where,
            EntityClass target,
            List<AnnotationUse> said,
            boolean required,
            TableContribution into) {
        List<PrimaryKeyColumn> own = keys.of(where.entity());
        List<PrimaryKeyColumn> other = keys.of(target);
        ForeignKeys foreignKey = ForeignKeys.in(jpa, "foreignKey", said).unlessMissing(member);
        if (own.size() != other.size()) {
            jpa.error(
                    DiagnosticCode.JPA_JOIN,
                    said.get(0).site(),
                    "the keys of " + where.entity() + " and " + target + " have different numbers of columns",
                    "store the key of " + target + " in a @JoinColumn");
        } else if (required && foreignKey.wanted() && !target.isSpread()) {
            into.add(new EntityReference(
                    own.stream().map(PrimaryKeyColumn::name).toList(),
                    target,
                    other.stream().map(PrimaryKeyColumn::name).toList(),
                    foreignKey.name(),
                    JoinColumns.onDelete(member.marks()),
                    SourceLocation.of(member.element())));
        }
    }
}
