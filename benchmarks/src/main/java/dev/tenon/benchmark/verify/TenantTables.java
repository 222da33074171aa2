package dev.tenon.benchmark.verify;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates schemas of tenant tables, each with twelve columns, keys, a check, indexes, policies and grants. */
final class TenantTables {

    private static final ColumnType UUID = ColumnType.builtin("uuid");
    private static final ColumnType TEXT = ColumnType.builtin("text");
    private static final QualifiedName ROOT = new QualifiedName("public", "organization");

    private TenantTables() {}

    /** Returns the tenant root and that many tables, each of which references the one before. */
    static Schema of(int tables, String role) {
        Tenancy tenancy = new Tenancy(ROOT, "id", "organization_id", UUID, "app.organization_id", role);
        Table root = Table.of(ROOT, List.of(id()))
                .withConstraints(List.of(new Constraint.PrimaryKey("organization_pkey", List.of("id"))))
                .withTenantScope(new TenantScope.Root("id"));
        List<DeclaredTable> declared = Stream.concat(
                        Stream.of(root), IntStream.range(0, tables).mapToObj(TenantTables::table))
                .map(table -> new DeclaredTable(table, false, Set.of(), Set.of(), Set.of()))
                .toList();
        List<Grant> use = List.of(new Grant(role, List.of(Privilege.USAGE)));
        return new Schema(
                List.of(new Role(role)),
                List.of(new Namespace("public", use)),
                List.of(),
                List.of(),
                TableDeriver.derive(declared, Optional.of(tenancy)),
                Optional.of(tenancy));
    }

    private static Table table(int number) {
        String name = name(number);
        return Table.of(
                        new QualifiedName("public", name),
                        List.of(
                                id(),
                                Column.of("created_at", ColumnType.builtin("timestamptz"))
                                        .withDefault(expression("now()")),
                                Column.of("parent_id", UUID),
                                Column.of("title", ColumnType.parse("varchar(200)")),
                                Column.of("status", TEXT).withDefault(expression("'draft'")),
                                Column.of("price", ColumnType.parse("numeric(12,2)"))
                                        .withNullable(true),
                                Column.of("position", ColumnType.builtin("integer")),
                                Column.of("payload", ColumnType.builtin("jsonb"))
                                        .withDefault(expression("'{}'")),
                                Column.of("done", ColumnType.builtin("boolean")).withDefault(expression("false")),
                                Column.of("tags", ColumnType.parse("text[]")),
                                Column.of("note", TEXT).withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey(name + "_pkey", List.of("id")),
                        new Constraint.Check(name + "_price_check", "price >= 0", true),
                        Constraint.ForeignKey.of(
                                        name + "_parent_id_fkey",
                                        List.of("parent_id"),
                                        new QualifiedName("public", name(Math.max(0, number - 1))),
                                        List.of("id"))
                                .withOnDelete(ForeignKeyAction.CASCADE, List.of())))
                .withIndexes(List.of(
                        Index.of(name + "_title_idx", "btree", List.of(IndexKey.column("title"))),
                        Index.of(name + "_tags_idx", "gin", List.of(IndexKey.column("tags")))))
                .withTenantScope(new TenantScope.Scoped("organization_id"));
    }

    private static String name(int number) {
        return String.format("table_%05d", number);
    }

    private static Column id() {
        return Column.of("id", UUID).withDefault(expression("gen_random_uuid()"));
    }

    private static Optional<ColumnDefault> expression(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }
}
