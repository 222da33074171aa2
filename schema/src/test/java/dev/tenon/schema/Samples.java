package dev.tenon.schema;

import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sample schemas for tests. */
public final class Samples {

    public static final QualifiedName ORGANIZATION = QualifiedName.parse("organization");
    public static final QualifiedName PLAN = QualifiedName.parse("plan");
    public static final QualifiedName NOTE = QualifiedName.parse("note");
    public static final QualifiedName PROJECT = QualifiedName.parse("project");
    public static final QualifiedName STATUS = QualifiedName.parse("plan_status");
    public static final ColumnType UUID = ColumnType.builtin("uuid");
    public static final ColumnType TEXT = ColumnType.builtin("text");
    public static final Tenancy TENANCY =
            new Tenancy(ORGANIZATION, "id", "organization_id", UUID, "app.tenant_id", "tenon_test_app");

    private Samples() {}

    /** A tenant root organization, with tenant-scoped plans and notes. */
    public static Schema tenants() {
        Table organization = Table.of(ORGANIZATION, List.of(id(), Column.of("name", TEXT)))
                .withConstraints(List.of(key(ORGANIZATION, "id")))
                .withTenantScope(new TenantScope.Root("id"));
        Table plan = Table.of(
                        PLAN,
                        List.of(
                                id(),
                                Column.of("title", TEXT).withComment(Optional.of("what it is called; it's short")),
                                Column.of("status", new ColumnType.UserDefined(STATUS, List.of()))
                                        .withDefault(expression("'draft'"))))
                .withConstraints(List.of(
                        key(PLAN, "id"),
                        new Constraint.Unique("plan_title_key", List.of("title"), false, Deferrability.NOT_DEFERRABLE),
                        new Constraint.Check("plan_title_check", "title <> ''", true)))
                .withIndexes(List.of(Index.of("plan_status_idx", "btree", List.of(IndexKey.column("status")))))
                .withTenantScope(new TenantScope.Scoped("organization_id"));
        Table note = Table.of(
                        NOTE,
                        List.of(
                                id(),
                                Column.of("plan_id", UUID),
                                Column.of("body", TEXT).withNullable(true)))
                .withConstraints(List.of(key(NOTE, "id"), reference(NOTE, "plan_id", PLAN)))
                .withTenantScope(new TenantScope.Scoped("organization_id"));
        List<DeclaredTable> declared = List.of(organization, plan, note).stream()
                .map(table -> new DeclaredTable(table, false, Set.of(), Set.of(), Set.of()))
                .toList();
        return new Schema(
                List.of(new Role(TENANCY.role())),
                List.of(new Namespace("public", List.of(new Grant(TENANCY.role(), List.of(Privilege.USAGE))))),
                List.of(),
                List.of(new EnumType(STATUS, List.of("draft", "active"), Optional.empty())),
                TableDeriver.derive(declared, Optional.of(TENANCY)),
                Optional.of(TENANCY));
    }

    /**
     * The {@link #tenants()} schema with table plan renamed to project, its column title to label, and all derived
     * names changed accordingly.
     */
    public static Schema renamed(Schema schema) {
        String text = SnapshotJson.write(schema)
                .replace("plan_status_idx", "project_status_idx")
                .replace("plan_title", "project_label")
                .replace("plan_pkey", "project_pkey")
                .replace("plan_organization", "project_organization")
                .replace("public.plan\"", "public.project\"")
                .replace("\"title\"", "\"label\"")
                .replace("title <>", "label <>");
        return SnapshotJson.read(text);
    }

    /** One plain table with these columns and a primary key. */
    public static Schema plain(QualifiedName name, Column... columns) {
        Table table = Table.of(name, Arrays.asList(columns)).withConstraints(List.of(key(name, columns[0].name())));
        return Schema.EMPTY.withTables(List.of(table));
    }

    /** The schema with one table changed. */
    public static Schema with(Schema schema, QualifiedName name, UnaryOperator<Table> change) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                .toList());
    }

    /** A table with one more column. */
    public static Table plus(Table table, Column column) {
        ArrayList<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    /** A table without a column. */
    public static Table minus(Table table, String column) {
        return table.withColumns(table.columns().stream()
                .filter(each -> !each.name().equals(column))
                .toList());
    }

    /** A table with one column replaced by the given one of the same name. */
    public static Table swap(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }

    /** The compiled snapshot of classes with this schema, without hints. */
    public static CompiledSnapshot compiled(Schema schema) {
        return new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
    }

    public static Column id() {
        return Column.of("id", UUID).withDefault(expression("gen_random_uuid()"));
    }

    public static Optional<ColumnDefault> expression(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }

    public static Constraint key(QualifiedName table, String column) {
        return new Constraint.PrimaryKey(table.name() + "_pkey", List.of(column));
    }

    public static Constraint.ForeignKey reference(QualifiedName table, String column, QualifiedName target) {
        return Constraint.ForeignKey.of(table.name() + "_" + column + "_fkey", List.of(column), target, List.of("id"))
                .withOnDelete(ForeignKeyAction.CASCADE, List.of());
    }
}
