package dev.tenon.benchmark.tenants;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Extension;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Generates schemas of tenant tables, as entities declare them, with the members that Tenon derives. */
final class TenantSchemas {

    private static final ColumnType UUID = ColumnType.builtin("uuid");

    static final Tenancy TENANCY =
            new Tenancy(name("organization"), "id", "organization_id", UUID, "app.organization_id", "tenon_benchmark");

    private TenantSchemas() {}

    /** Returns tenants with plans, for queries by key, time and words. */
    static Schema plans() {
        Table plan = scoped(
                        "plan",
                        List.of(
                                Column.of("title", ColumnType.builtin("text")),
                                Column.of("stars", ColumnType.builtin("integer")),
                                Column.of("created_at", ColumnType.builtin("timestamptz")),
                                Column.of("words", ColumnType.builtin("tsvector"))
                                        .withNullable(true)
                                        .withDefault(Optional.of(
                                                new ColumnDefault.Generated("to_tsvector('simple', title)")))))
                .withIndexes(List.of(
                        Index.of("plan_created_at_idx", "btree", List.of(IndexKey.column("created_at"))),
                        Index.of("plan_words_idx", "gin", List.of(IndexKey.column("words")))));
        return schema(List.of(), List.of(plan));
    }

    /** Returns tenants with passages, for vector searches. */
    static Schema passages(int dimensions) {
        Table passage = scoped(
                        "passage",
                        List.of(Column.of("embedding", ColumnType.parse("public.halfvec(" + dimensions + ")"))))
                .withIndexes(List.of(Index.of(
                        "passage_embedding_idx",
                        "hnsw",
                        List.of(IndexKey.column("embedding")
                                .withOperatorClass(new QualifiedName("public", "halfvec_l2_ops"))))));
        return schema(List.of(new Extension("vector", "public")), List.of(passage));
    }

    /**
     * Returns that many tenant tables. Each references the table before it, and has a check and a unique constraint.
     */
    static Schema many(int tables) {
        return schema(
                List.of(),
                IntStream.range(0, tables).mapToObj(TenantSchemas::table).toList());
    }

    private static Table table(int number) {
        String table = tableName(number);
        Table plain = scoped(
                table,
                List.of(
                        Column.of("title", ColumnType.parse("varchar(200)")),
                        Column.of("stars", ColumnType.builtin("integer")),
                        Column.of("before_id", UUID).withNullable(true)));
        List<Constraint> constraints = new ArrayList<>(plain.constraints());
        constraints.add(new Constraint.Check(table + "_stars_check", "stars between 0 and 5", true));
        constraints.add(
                new Constraint.Unique(table + "_title_key", List.of("title"), false, Deferrability.NOT_DEFERRABLE));
        constraints.add(Constraint.ForeignKey.of(
                        table + "_before_id_fkey",
                        List.of("before_id"),
                        name(tableName(Math.max(0, number - 1))),
                        List.of("id"))
                .withOnDelete(ForeignKeyAction.CASCADE, List.of()));
        return plain.withConstraints(constraints);
    }

    private static String tableName(int number) {
        return "table_%05d".formatted(number);
    }

    private static Schema schema(List<Extension> extensions, List<Table> tables) {
        List<DeclaredTable> declared = new ArrayList<>();
        declared.add(
                declare(withKey(Table.of(TENANCY.root(), List.of(id()))).withTenantScope(new TenantScope.Root("id"))));
        tables.forEach(table -> declared.add(declare(table)));
        List<Grant> use = List.of(new Grant(TENANCY.role(), List.of(Privilege.USAGE)));
        return new Schema(
                List.of(new Role(TENANCY.role())),
                List.of(new Namespace("public", use)),
                extensions,
                List.of(),
                TableDeriver.derive(declared, Optional.of(TENANCY)),
                Optional.of(TENANCY));
    }

    private static Table scoped(String name, List<Column> columns) {
        List<Column> all = new ArrayList<>(List.of(id()));
        all.addAll(columns);
        return withKey(Table.of(name(name), all)).withTenantScope(new TenantScope.Scoped(TENANCY.column()));
    }

    private static Table withKey(Table table) {
        return table.withConstraints(
                List.of(new Constraint.PrimaryKey(table.name().name() + "_pkey", List.of("id"))));
    }

    private static Column id() {
        return Column.of("id", UUID).withDefault(Optional.of(new ColumnDefault.Expression("gen_random_uuid()")));
    }

    private static DeclaredTable declare(Table table) {
        return new DeclaredTable(table, false, Set.of(), Set.of(), Set.of());
    }

    private static QualifiedName name(String name) {
        return QualifiedName.parse(name);
    }
}
