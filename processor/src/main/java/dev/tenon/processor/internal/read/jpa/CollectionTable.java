package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.CollectionType;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the table of an attribute with several values: each row references the owner and holds one value. */
final class CollectionTable {

    private final JpaContext jpa;
    private final TableBuilder builder;
    private final PluralAttribute plural;
    private final TableContribution parts = new TableContribution();
    private List<String> owner = List.of();
    private List<String> positions = List.of();
    private List<MappedColumn> values = List.of();

    CollectionTable(JpaContext jpa, TableBuilder builder, PluralAttribute plural) {
        this.jpa = jpa;
        this.builder = builder;
        this.plural = plural;
    }

    TableContribution parts() {
        return parts;
    }

    /** Sets the columns that reference the owner. */
    void owner(List<JoinColumns.Pair> pairs, ForeignKeys foreignKey, ForeignKeyAction onDelete) {
        owner = refer(pairs, plural.where().entity(), foreignKey, onDelete, false);
    }

    /** Sets the columns that reference the values, if the values are entities. */
    void target(List<JoinColumns.Pair> pairs, EntityClass target, ForeignKeys foreignKey) {
        int before = parts.mapped().size();
        refer(pairs, target, foreignKey, ForeignKeyAction.NO_ACTION, true);
        valuesFrom(before);
    }

    /** Sets the columns that contain the values of columns of the target other than its key. */
    void targetByValue(List<JoinColumns.Pair> pairs, EntityClass target) {
        target(pairs, target, ForeignKeys.NONE);
        // Hibernate ORM makes them unique, but creates no foreign key.
        parts.refers(new EntityReference(
                values(),
                target,
                pairs.stream().map(JoinColumns.Pair::target).toList(),
                Optional.empty(),
                ForeignKeyAction.NO_ACTION,
                SourceLocation.of(plural.member().element())));
    }

    /** Marks the columns added since as the columns of the values. */
    void valuesFrom(int before) {
        values = List.copyOf(parts.mapped().subList(before, parts.mapped().size()));
    }

    /** Marks the columns added since as the columns of positions or keys. */
    void positionsFrom(int before) {
        positions = parts.mapped().subList(before, parts.mapped().size()).stream()
                .map(MappedColumn::column)
                .toList();
    }

    List<String> values() {
        return values.stream().map(MappedColumn::column).toList();
    }

    private List<String> refer(
            List<JoinColumns.Pair> pairs,
            EntityClass to,
            ForeignKeys foreignKey,
            ForeignKeyAction onDelete,
            boolean isValue) {
        PersistentAttribute member = plural.member();
        for (JoinColumns.Pair pair : pairs) {
            Property property = new Property(member.name(), member.element(), member.type(), pair.name());
            Optional<String> comment = pair.declared().flatMap(use -> use.optionalText("comment"));
            MappedColumn column = new MappedColumn(
                    property,
                    new ColumnBasis(Optional.of(pair.type()), false, Optional.empty(), comment),
                    false,
                    false);
            parts.add(isValue ? column : column.asBeside());
            pair.declared().ifPresent(use -> new ColumnExtras(jpa).constraints(use, pair.name(), parts));
        }
        List<String> names = pairs.stream().map(JoinColumns.Pair::name).toList();
        if (foreignKey.wanted() && !to.isSpread() && !names.isEmpty()) {
            parts.add(new EntityReference(
                    names,
                    to,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    foreignKey.name(),
                    onDelete,
                    SourceLocation.of(member.element())));
        }
        return names;
    }

    /**
     * Builds the table.
     *
     * @param said the annotation of the table
     * @param single whether each value belongs to one owner
     */
    TableDraft build(QualifiedName name, CollectionType.Kind kind, Optional<AnnotationUse> said, boolean single) {
        SourceLocation site = SourceLocation.of(plural.member().element());
        TableDraft table = builder.begin(
                plural.where().entity().element(),
                List.of(),
                name,
                TableStorage.DEFAULT,
                said.flatMap(use -> use.optionalText("comment")),
                parts,
                false);
        List<String> key = key(kind, single);
        boolean isUnique = kind == CollectionType.Kind.SET && key.isEmpty();
        if (isUnique) {
            parts.unique(both(owner, values()), site);
        } else if (single && !key.equals(values())) {
            parts.unique(values(), site);
        }
        builder.key(table, key, site);
        if (key.isEmpty()) {
            jpa.readers().broken().allowKeyless(table.path());
        }
        builder.constraints(table, parts);
        new SoftDeletes(jpa, builder).add(plural.member().marks(), table);
        said.ifPresent(use -> new TableExtras(jpa, builder).read(table, use));
        return table;
    }

    private List<String> key(CollectionType.Kind kind, boolean single) {
        return switch (kind) {
            case BAG -> List.of();
            case LIST -> both(owner, positions);
            case MAP -> both(owner, positions.isEmpty() ? values() : positions);
            case SET -> {
                boolean complete =
                        values.stream().noneMatch(each -> each.basis().nullable());
                yield single ? values() : complete ? both(owner, values()) : List.of();
            }
        };
    }

    private static List<String> both(List<String> first, List<String> second) {
        return new ArrayList<>(
                Stream.concat(first.stream(), second.stream()).distinct().toList());
    }
}
