package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The columns whose type changes through shadow columns, so that no table is rewritten under a lock, and those that get
 * another collation without a rewrite. Columns of an enum type that loses labels are included.
 */
public final class ShadowPlan {

    private final List<ShadowGroup> groups;
    private final List<CollationGroup> collations;
    /** The indexes that are built or dropped with shadow columns. */
    private final Set<ObjectPath> indexes = new HashSet<>();

    private ShadowPlan(List<ShadowGroup> groups, List<CollationGroup> collations) {
        this.groups = List.copyOf(groups);
        this.collations = List.copyOf(collations);
    }

    /**
     * The plan for the changes between two schemas.
     *
     * @param before the schema before, with renames applied
     * @param after the schema after
     * @param hints the migration hints of the entities
     * @param inheritance the inheritance that lasts during the migration
     */
    public static ShadowPlan between(Schema before, Schema after, MigrationHints hints, TableInheritance inheritance) {
        List<ShadowEnum> rebuilt = rebuilt(before, after);
        List<ShadowColumn> columns = new ArrayList<>();
        for (Table table : after.tables()) {
            before.table(table.name())
                    .filter(old -> !rebuilt.isEmpty() || !old.columns().equals(table.columns()))
                    .ifPresent(old -> add(old, table, rebuilt, hints, columns));
        }
        if (columns.isEmpty() && rebuilt.isEmpty()) {
            return new ShadowPlan(List.of(), List.of());
        }
        CollationEligibility collation = new CollationEligibility(before, after, hints, inheritance);
        List<ShadowColumn> collated = collation.apart(columns);
        columns.removeAll(collated);
        ShadowEligibility rules = new ShadowEligibility(before, after);
        List<ShadowEnum> enums =
                rebuilt.stream().filter(each -> rules.allows(each, columns)).toList();
        List<ShadowColumn> allowed = columns.stream()
                .filter(column -> rules.allows(column)
                        && (column.computed()
                                || retyped(column, hints)
                                || enums.stream()
                                        .anyMatch(
                                                each -> each.isOf(column.after().type()))))
                .filter(column -> rebuilt.stream()
                        .noneMatch(each -> !enums.contains(each)
                                && each.isOf(column.after().type())))
                .toList();
        List<ShadowColumn> whole = new InheritedColumns(before, inheritance).whole(allowed);
        List<ShadowEnum> complete = enums.stream()
                .filter(each -> whole.containsAll(allowed.stream()
                        .filter(column -> each.isOf(column.after().type()))
                        .toList()))
                .toList();
        ShadowPlan plan = new ShadowPlan(groups(before, whole, complete, inheritance), collations(collated));
        plan.groups.forEach(group -> Stream.of(before, after)
                .flatMap(schema -> ShadowDependents.of(schema, group).indexes().stream())
                .forEach(each -> plan.indexes.add(
                        ObjectPath.index(each.table(), each.object().name()))));
        return plan;
    }

    /** Whether the column, which both schemas have, is replaced. */
    public boolean replaces(QualifiedName table, String column) {
        return groups.stream().anyMatch(group -> group.has(table, column));
    }

    /** Whether the enum type is replaced. */
    public boolean replaces(QualifiedName enumType) {
        return groups.stream()
                .flatMap(group -> group.enums().stream())
                .anyMatch(each -> each.name().equals(enumType));
    }

    /** Whether the column gets another collation in a cutover of its own. */
    public boolean recollates(QualifiedName table, String column) {
        return collations.stream().anyMatch(group -> group.table().equals(table) && group.has(column));
    }

    /** Whether the index is built on a shadow column, or dropped with the column that a shadow column replaces. */
    public boolean hasIndex(QualifiedName table, String index) {
        return indexes.contains(ObjectPath.index(table, index));
    }

    /** The columns that get other collations. */
    public List<CollationGroup> collations() {
        return collations;
    }

    public List<ShadowGroup> groups() {
        return groups;
    }

    private static List<CollationGroup> collations(List<ShadowColumn> columns) {
        Map<QualifiedName, List<Column>> tables = new TreeMap<>();
        columns.forEach(column ->
                tables.computeIfAbsent(column.table(), any -> new ArrayList<>()).add(column.after()));
        List<CollationGroup> groups = new ArrayList<>();
        tables.forEach((table, own) -> groups.add(new CollationGroup(table, own)));
        return groups;
    }

    private static List<ShadowEnum> rebuilt(Schema before, Schema after) {
        List<ShadowEnum> rebuilt = new ArrayList<>();
        List<EnumType> changed = after.enums().stream()
                .filter(each -> !before.enums().contains(each))
                .toList();
        if (!changed.isEmpty()) {
            Schema old = Schema.EMPTY.withEnums(before.enums());
            for (Change change : SchemaDiff.between(old, Schema.EMPTY.withEnums(after.enums()))) {
                if (change instanceof EnumChange.Recreate rebuild) {
                    rebuilt.add(new ShadowEnum(rebuild));
                }
            }
        }
        return rebuilt;
    }

    private static void add(
            Table before, Table after, List<ShadowEnum> rebuilt, MigrationHints hints, List<ShadowColumn> columns) {
        for (Column column : after.columns()) {
            before.column(column.name()).ifPresent(old -> {
                ShadowColumn pair = new ShadowColumn(after.name(), old, column);
                boolean rebuiltType = rebuilt.stream()
                        .anyMatch(each -> each.isOf(old.type()) && old.type().equals(column.type()));
                if (rebuiltType || pair.computed() || retyped(pair, hints)) {
                    columns.add(pair);
                }
            });
        }
    }

    private static boolean retyped(ShadowColumn column, MigrationHints hints) {
        Column old = column.before();
        Column fresh = column.after();
        boolean same = old.type().equals(fresh.type()) && old.collation().equals(fresh.collation());
        return !same && (hints.conversions().containsKey(column.path()) || !TypeConversion.isMetadataOnly(old, fresh));
    }

    private static List<ShadowGroup> groups(
            Schema schema, List<ShadowColumn> columns, List<ShadowEnum> enums, TableInheritance inheritance) {
        UnionFind<ObjectPath> connected = new UnionFind<>();
        for (ShadowColumn column : columns) {
            ObjectPath table = ObjectPath.table(column.table());
            enums.stream()
                    .filter(each -> each.isOf(column.after().type()))
                    .forEach(each -> connected.join(table, ObjectPath.enumType(each.name())));
            for (ShadowDependents.OnTable<Constraint.ForeignKey> key : ShadowDependents.of(
                            schema, ShadowEligibility.alone(column))
                    .constraints(Constraint.ForeignKey.class)) {
                connected.join(
                        ObjectPath.table(key.table()),
                        ObjectPath.table(key.object().target()));
            }
        }
        new InheritedColumns(schema, inheritance)
                .links(columns.stream().map(ShadowColumn::path).toList())
                .forEach(link -> connected.join(ObjectPath.table(link.child()), ObjectPath.table(link.parent())));
        Map<ObjectPath, List<ShadowColumn>> columnsOf = new TreeMap<>();
        columns.stream()
                .sorted(inheritance.childrenFirst(ShadowColumn::table))
                .forEach(column -> columnsOf
                        .computeIfAbsent(connected.find(ObjectPath.table(column.table())), any -> new ArrayList<>())
                        .add(column));
        Map<ObjectPath, List<ShadowEnum>> enumsOf = new LinkedHashMap<>();
        for (ShadowEnum each : enums) {
            ObjectPath group = connected.find(ObjectPath.enumType(each.name()));
            columnsOf.computeIfAbsent(group, any -> new ArrayList<>());
            enumsOf.computeIfAbsent(group, any -> new ArrayList<>()).add(each);
        }
        List<ShadowGroup> groups = new ArrayList<>();
        columnsOf.forEach((group, each) -> groups.add(new ShadowGroup(each, enumsOf.getOrDefault(group, List.of()))));
        return groups;
    }
}
