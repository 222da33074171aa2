package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.TableDraft;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads attributes with several values: each has its own table, or columns in the table of the values. */
final class PluralReader {

    private final Workbench bench;
    private final TableBuilder builder;
    private final JoinColumns joins;
    private final Positions positions;
    private final Targets targets;
    private final ElementReader elements;
    private final Function<EntityClass, Collection<TableDraft>> tables;
    private final List<TableDraft> beside = new ArrayList<>();

    /**
     * A reader for all entities.
     *
     * @param tables the tables with the rows of an entity
     */
    PluralReader(
            Workbench bench,
            Keys keys,
            TableBuilder builder,
            Walker walker,
            Function<EntityClass, Collection<TableDraft>> tables) {
        this.bench = bench;
        this.builder = builder;
        this.joins = new JoinColumns(bench, keys);
        this.positions = new Positions(bench, walker);
        this.targets = new Targets(bench);
        this.elements = new ElementReader(bench, walker);
        this.tables = tables;
    }

    /** The tables created so far. */
    List<TableDraft> beside() {
        return List.copyOf(beside);
    }

    void read(Plural plural) {
        Member member = plural.member();
        Marks marks = member.marks();
        Optional<CollectionType> type = CollectionType.of(bench.context(), member);
        if (type.isEmpty()) {
            bench.error(
                    Code.JPA_ATTRIBUTE,
                    Site.of(member.element()),
                    member.name() + " of type " + member.type() + " is not a collection with an element type",
                    "use a Collection, List, Set or Map with type arguments");
        } else if (marks.has("ElementCollection")) {
            collection(plural, type.get());
        } else {
            boolean manyToMany = marks.has("ManyToMany");
            AnnotationUse relation =
                    marks.one(manyToMany ? "ManyToMany" : "OneToMany").orElseThrow();
            Optional<EntityClass> target = targets.of(relation, type.get().element(), member);
            if (target.isPresent()) {
                relation(plural, type.get(), relation, target.get(), manyToMany);
            }
        }
    }

    private void relation(
            Plural plural, CollectionType type, AnnotationUse relation, EntityClass target, boolean manyToMany) {
        Marks marks = plural.member().marks();
        if (targets.isInverse(relation, target)) {
            if (!manyToMany) {
                inTarget(plural, type, target, List.of());
            }
            return;
        }
        Optional<AnnotationUse> override = plural.where()
                .overrides()
                .find("AssociationOverride", plural.member().name(), bench.overrides());
        List<AnnotationUse> columns = override.map(use -> bench.nested(use, "joinColumns"))
                .filter(uses -> !uses.isEmpty())
                .orElseGet(() -> manyToMany ? List.of() : marks.all("JoinColumn"));
        Optional<AnnotationUse> joinTable = override.flatMap(use -> bench.inner(use, "joinTable"))
                .filter(use -> use.optionalText("name").isPresent())
                .or(() -> marks.one("JoinTable"));
        if (joinTable.isEmpty() && !columns.isEmpty()) {
            inTarget(plural, type, target, columns);
        } else {
            joinTable(plural, type, target, joinTable, manyToMany);
        }
    }

    /**
     * The rows of the other entity reference this one, or have only a position if the other side has the foreign key.
     */
    private void inTarget(Plural plural, CollectionType type, EntityClass target, List<AnnotationUse> said) {
        Member member = plural.member();
        Fragment parts = new Fragment();
        if (!said.isEmpty()) {
            EntityClass owner = plural.where().entity();
            List<JoinColumns.Pair> pairs = joins.pair(said, member.name(), owner, Site.of(member.element()));
            List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
            member.marks().one("JoinColumns").ifPresent(sayForeignKey::add);
            ForeignKeys foreignKey = ForeignKeys.in(bench, "foreignKey", sayForeignKey);
            new ReferenceColumns(bench).add(member, pairs, owner, foreignKey, parts);
        }
        for (TableDraft table : tables.apply(target)) {
            Fragment each = new Fragment();
            each.addAll(parts);
            Where where = Where.in(target, table.name(), Overrides.on(member.marks(), bench.overrides()), true);
            positions.read(plural, type, where, false, each);
            builder.extend(table, each);
        }
    }

    private void joinTable(
            Plural plural, CollectionType type, EntityClass target, Optional<AnnotationUse> said, boolean manyToMany) {
        Member member = plural.member();
        EntityClass owner = plural.where().entity();
        Site site = Site.of(member.element());
        SideTable side = new SideTable(bench, builder, plural);
        String toOwner = manyToMany ? inverse(member, target).orElse(owner.name()) : owner.name();
        List<AnnotationUse> ownerColumns = nested(said, "joinColumns");
        List<AnnotationUse> targetColumns = nested(said, "inverseJoinColumns");
        side.owner(
                joins.pair(ownerColumns, toOwner, owner, site),
                foreignKeys("foreignKey", said, ownerColumns),
                JoinColumns.onDelete(member.marks()));
        side.target(
                joins.pair(targetColumns, member.name(), target, site),
                target,
                foreignKeys("inverseForeignKey", said, targetColumns).unlessMissing(member));
        String derived = bench.naming()
                .joinTable(owner.table().name(), member.name(), target.table().name());
        positionsAndTable(plural, type, side, name(said, owner, derived), said, !manyToMany);
    }

    private void collection(Plural plural, CollectionType type) {
        Member member = plural.member();
        EntityClass owner = plural.where().entity();
        SideTable side = new SideTable(bench, builder, plural);
        Optional<AnnotationUse> said = member.marks().one("CollectionTable");
        List<AnnotationUse> columns = nested(said, "joinColumns");
        side.owner(
                joins.pair(columns, owner.name(), owner, Site.of(member.element())),
                foreignKeys("foreignKey", said, columns),
                JoinColumns.onDelete(member.marks()));
        String derived = bench.naming().composed(owner.table().name(), owner.name(), member.name());
        QualifiedName name = name(said, owner, derived);
        int before = side.parts().mapped().size();
        elements.read(plural, type, name, side.parts());
        side.valuesFrom(before);
        positionsAndTable(plural, type, side, name, said, false);
    }

    private void positionsAndTable(
            Plural plural,
            CollectionType type,
            SideTable side,
            QualifiedName name,
            Optional<AnnotationUse> said,
            boolean single) {
        int before = side.parts().mapped().size();
        Overrides overrides = plural.where()
                .overrides()
                .within(plural.member().name())
                .over(Overrides.on(plural.member().marks(), bench.overrides()));
        positions.read(plural, type, Where.in(plural.where().entity(), name, overrides, false), true, side.parts());
        side.positionsFrom(before);
        beside.add(side.build(name, type.kind(), said, single));
    }

    private QualifiedName name(Optional<AnnotationUse> said, EntityClass owner, String derived) {
        return new QualifiedName(
                said.flatMap(use -> use.optionalText("schema"))
                        .map(bench.naming()::physical)
                        .orElse(owner.table().schema()),
                said.flatMap(use -> use.optionalText("name"))
                        .map(bench.naming()::physical)
                        .orElse(derived));
    }

    private List<AnnotationUse> nested(Optional<AnnotationUse> outer, String attribute) {
        return outer.map(use -> bench.nested(use, attribute)).orElse(List.of());
    }

    private ForeignKeys foreignKeys(String attribute, Optional<AnnotationUse> table, List<AnnotationUse> columns) {
        ForeignKeys onTable = ForeignKeys.in(bench, attribute, table.stream().toList());
        ForeignKeys onColumns = ForeignKeys.in(bench, "foreignKey", columns);
        return new ForeignKeys(
                onTable.wanted() && onColumns.wanted(), onTable.name().or(onColumns::name));
    }

    /** The attribute on the other side that declares it is the inverse of this one. */
    private static Optional<String> inverse(Member member, EntityClass target) {
        return target.allMembers().stream()
                .filter(each -> each.marks()
                        .one("ManyToMany")
                        .filter(use -> use.text("mappedBy").equals(member.name()))
                        .isPresent())
                .map(Member::name)
                .findFirst();
    }
}
