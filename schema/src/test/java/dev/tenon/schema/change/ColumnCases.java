package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.APP;
import static dev.tenon.schema.change.Plans.BIGINT;
import static dev.tenon.schema.change.Plans.INTEGER;
import static dev.tenon.schema.change.Plans.ORGANIZATION;
import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.TEXT;
import static dev.tenon.schema.change.Plans.expression;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.plus;
import static dev.tenon.schema.change.Plans.schema;
import static dev.tenon.schema.change.Plans.stars;
import static dev.tenon.schema.change.Plans.swap;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to the columns of a table with rows. */
final class ColumnCases {

    private static final QualifiedName C = new QualifiedName("pg_catalog", "C");

    private ColumnCases() {}

    static List<ChangeCase> all() {
        Schema base = schema(plan());
        Column note = Column.of("note", TEXT);
        Column optional = note.withNullable(true);
        return List.of(
                ChangeCase.of("column-add", base, schema(plus(optional))),
                ChangeCase.of("column-add-constant", base, schema(plus(note.withDefault(expression("''"))))),
                ChangeCase.of(
                        "column-add-volatile",
                        base,
                        schema(plus(Column.of("token", ColumnType.builtin("uuid"))
                                .withDefault(expression("gen_random_uuid()"))))),
                ChangeCase.of("column-add-filled", base, schema(plus(note)))
                        .filled(ObjectPath.column(PLAN, "note"), "title"),
                ChangeCase.of(
                        "column-add-identity",
                        base,
                        schema(plus(Column.of("number", BIGINT)
                                .withDefault(Optional.of(new ColumnDefault.Identity(true, SequenceOptions.DEFAULT)))))),
                ChangeCase.of(
                        "column-add-generated",
                        base,
                        schema(plus(Column.of("twice", INTEGER)
                                .withNullable(true)
                                .withDefault(Optional.of(new ColumnDefault.Generated("stars * 2")))))),
                ChangeCase.of("column-computed", schema(doubled("stars")), schema(doubled("stars * 2"))),
                ChangeCase.of(
                        "column-computed-from-plain",
                        schema(plus(Column.of("twice", INTEGER).withNullable(true))),
                        schema(plus(twice("stars * 2").withNullable(true)))),
                ChangeCase.of("column-drop", schema(plus(optional)), base),
                ChangeCase.of("column-rename", base, schema(renamed()))
                        .renamed(ObjectPath.column(PLAN, "label"), "title"),
                ChangeCase.of("column-type-rewrite", base, schema(swap(stars().withType(BIGINT)))),
                ChangeCase.of("column-type-key", keyed(INTEGER), keyed(BIGINT)),
                ChangeCase.of("column-types-and-more-rewrites", read(plan()), read(rewritten())),
                ChangeCase.of("column-collation", schema(sorted(Optional.empty())), schema(sorted(Optional.of(C)))),
                ChangeCase.of(
                        "column-type-indexed",
                        schema(doubled(INTEGER, IndexKey.Order.ASC)),
                        schema(doubled(BIGINT, IndexKey.Order.DESC))),
                ChangeCase.of(
                                "column-type-and-more",
                                base,
                                schema(swap(stars().withType(BIGINT)
                                        .withNullable(false)
                                        .withDefault(expression("1")))))
                        .filled(ObjectPath.column(PLAN, "stars"), "0"),
                ChangeCase.of(
                        "column-type-widen",
                        schema(plus(optional.withType(ColumnType.builtin("varchar", 20)))),
                        schema(plus(optional))),
                ChangeCase.of("column-set-not-null", base, schema(swap(stars().withNullable(false))))
                        .filled(ObjectPath.column(PLAN, "stars"), "0"),
                ChangeCase.of(
                        "column-drop-not-null",
                        base,
                        schema(swap(Column.of("title", TEXT).withNullable(true)))),
                ChangeCase.of("column-default", base, schema(swap(stars().withDefault(expression("1"))))),
                ChangeCase.of("column-default-drop", schema(swap(stars().withDefault(expression("1")))), base),
                ChangeCase.of(
                        "column-storage",
                        base,
                        schema(swap(Column.of("title", TEXT)
                                .withStorage(new ColumnStorage(
                                        Optional.of(ColumnStorage.Strategy.EXTERNAL),
                                        Optional.of(ColumnStorage.Compression.PGLZ),
                                        Optional.of(500)))))),
                ChangeCase.of("column-comment", base, schema(swap(stars().withComment(Optional.of("how good"))))));
    }

    /** Plans that a policy of another table reads, which forbids shadow columns. */
    private static Schema read(Table plan) {
        Policy reading = new Policy(
                "starred",
                Policy.Command.SELECT,
                true,
                List.of(APP),
                Optional.of("EXISTS (SELECT 1 FROM plan WHERE plan.id > 0 AND plan.stars > 0)"),
                Optional.empty());
        Schema schema = schema(plan);
        return schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(ORGANIZATION)
                        ? table.withRowSecurity(RowSecurity.FORCED, List.of(reading))
                        : table)
                .toList());
    }

    /** Plans with everything that rewrites their table. */
    private static Table rewritten() {
        List<Column> columns = new ArrayList<>(swap(stars().withType(BIGINT)).columns());
        columns.set(0, columns.get(0).withType(BIGINT));
        columns.add(twice("stars * 2").withType(BIGINT).withNullable(true));
        columns.add(Column.of("number", BIGINT)
                .withDefault(Optional.of(new ColumnDefault.Identity(true, SequenceOptions.DEFAULT))));
        return plan().withColumns(columns).withStorage(new TableStorage(true, Map.of()));
    }

    /** Plans whose titles have indexes, a key and a check. */
    private static Table sorted(Optional<QualifiedName> collation) {
        Column title = Column.of("title", TEXT).withCollation(collation);
        Table plan = swap(title);
        return plan.withConstraints(List.of(
                        plan.primaryKey().orElseThrow(),
                        new Constraint.Unique("plan_title_key", List.of("title"), false, Deferrability.NOT_DEFERRABLE),
                        new Constraint.Check("plan_title_check", "title > ' '", true)))
                .withIndexes(List.of(
                        Index.of("plan_stars_idx", "btree", List.of(IndexKey.column("stars")))
                                .withInclude(List.of("title")),
                        Index.of("plan_title_idx", "btree", List.of(IndexKey.column("title"), IndexKey.column("stars")))
                                .withComment(Optional.of("in order"))));
    }

    /** Plans whose column with another type has an index with another order. */
    private static Table doubled(ColumnType type, IndexKey.Order order) {
        IndexKey key = new IndexKey(new IndexKey.OfColumn("stars"), Optional.empty(), Optional.empty(), order);
        return swap(stars().withType(type)).withIndexes(List.of(Index.of("plan_stars_idx", "btree", List.of(key))));
    }

    /** Plans with a generated column that an index and a check use. */
    private static Table doubled(String sql) {
        Table plan = plus(twice(sql));
        return plan.withConstraints(List.of(
                        plan.primaryKey().orElseThrow(), new Constraint.Check("plan_twice_check", "twice >= 0", true)))
                .withIndexes(List.of(Index.of("plan_twice_idx", "btree", List.of(IndexKey.column("twice")))));
    }

    private static Column twice(String sql) {
        return Column.of("twice", INTEGER).withDefault(Optional.of(new ColumnDefault.Generated(sql)));
    }

    /** Plans with an identity column, which reference one another. */
    private static Schema keyed(ColumnType type) {
        Column id = Column.of("id", type).withDefault(Optional.of(new ColumnDefault.Identity(false)));
        Column parent = Column.of("parent_id", type).withNullable(true);
        Table plan = swap(id);
        List<Column> columns = new ArrayList<>(plan.columns());
        columns.add(parent);
        return schema(plan.withColumns(columns)
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("plan_pkey", List.of("id")),
                        Constraint.ForeignKey.of("plan_parent_id_fkey", List.of("parent_id"), PLAN, List.of("id"))
                                .withOnDelete(ForeignKeyAction.CASCADE, List.of())))
                .withIndexes(List.of(Index.of("plan_parent_id_idx", "btree", List.of(IndexKey.column("parent_id"))))));
    }

    private static Table renamed() {
        return plan().withColumns(plan().columns().stream()
                .map(column -> column.name().equals("title") ? column.withName("label") : column)
                .toList());
    }
}
