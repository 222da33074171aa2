package dev.tenon.benchmark.traffic;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change to a table under load, with a naive implementation.
 *
 * @param name the name of the change
 * @param after the table after the change
 * @param hints the migration hints
 * @param naive the SQL of the naive implementation, each statement in its own transaction
 */
record Recipe(String name, Table after, MigrationHints hints, List<String> naive) {

    private static final QualifiedName PLAN = QualifiedName.parse("plan");
    private static final QualifiedName ORGANIZATION = QualifiedName.parse("organization");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final ColumnType TEXT = ColumnType.builtin("text");
    private static final Table TABLE = Table.of(
                    PLAN,
                    List.of(
                            Column.of("id", INTEGER),
                            Column.of("organization_id", INTEGER),
                            Column.of("title", TEXT),
                            Column.of("stars", INTEGER).withNullable(true)))
            .withConstraints(List.of(new Constraint.PrimaryKey("plan_pkey", List.of("id"))));

    static final List<Recipe> ALL = List.of(
            constraint(
                    "check",
                    new Constraint.Check("plan_title_check", "title <> ''", true),
                    "ADD CONSTRAINT plan_title_check CHECK (title <> '')"),
            constraint(
                    "foreign key",
                    Constraint.ForeignKey.of(
                            "plan_organization_id_fkey", List.of("organization_id"), ORGANIZATION, List.of("id")),
                    "ADD FOREIGN KEY (organization_id) REFERENCES public.organization (id)"),
            constraint(
                    "unique",
                    new Constraint.Unique("plan_title_key", List.of("title"), false, Deferrability.NOT_DEFERRABLE),
                    "ADD UNIQUE (title)"),
            new Recipe(
                    "index",
                    TABLE.withIndexes(List.of(Index.of("plan_title_idx", "btree", List.of(IndexKey.column("title"))))),
                    MigrationHints.NONE,
                    List.of("CREATE INDEX ON public.plan (title)")),
            new Recipe(
                    "NOT NULL",
                    stars(Column.of("stars", INTEGER)),
                    new MigrationHints(Map.of(), Map.of(ObjectPath.column(PLAN, "stars"), "0"), Map.of()),
                    List.of(
                            "UPDATE public.plan SET stars = 0 WHERE stars IS NULL",
                            "ALTER TABLE public.plan ALTER COLUMN stars SET NOT NULL")),
            new Recipe(
                    "integer to bigint",
                    stars(Column.of("stars", ColumnType.builtin("bigint")).withNullable(true)),
                    MigrationHints.NONE,
                    List.of("ALTER TABLE public.plan ALTER COLUMN stars TYPE bigint")),
            new Recipe(
                    "column with a volatile default",
                    TABLE.withColumns(Stream.concat(
                                    TABLE.columns().stream(),
                                    Stream.of(Column.of("token", ColumnType.builtin("uuid"))
                                            .withDefault(
                                                    Optional.of(new ColumnDefault.Expression("gen_random_uuid()")))))
                            .toList()),
                    MigrationHints.NONE,
                    List.of("ALTER TABLE public.plan ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()")));

    private static Recipe constraint(String name, Constraint constraint, String clause) {
        List<Constraint> all = Stream.concat(TABLE.constraints().stream(), Stream.of(constraint))
                .toList();
        return new Recipe(
                name, TABLE.withConstraints(all), MigrationHints.NONE, List.of("ALTER TABLE public.plan " + clause));
    }

    private static Table stars(Column stars) {
        return TABLE.withColumns(TABLE.columns().stream()
                .map(column -> column.name().equals("stars") ? stars : column)
                .toList());
    }

    /** Returns the schema before every change. */
    static Schema before() {
        return schema(TABLE);
    }

    /** Returns the schema after this change. */
    Schema schema() {
        return schema(after);
    }

    private static Schema schema(Table plan) {
        Table organization = Table.of(ORGANIZATION, List.of(Column.of("id", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey("organization_pkey", List.of("id"))));
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(organization, plan));
    }
}
