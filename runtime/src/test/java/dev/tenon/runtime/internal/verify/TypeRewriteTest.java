package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The type of a column changes while other sessions insert and update rows; the table is never rewritten under a lock.
 */
class TypeRewriteTest {

    private static final QualifiedName PART = QualifiedName.parse("part");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aNumberGrowsWithAllThatStandsOnIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(parts("integer"));
            scratch.executeAsIs("INSERT INTO part (id, count) SELECT i, i FROM generate_series(1, 500) i");
            MigrationUnderWrites underway = new MigrationUnderWrites(scratch, PART);
            int at = underway.apply(parts("integer"), compiled(parts("bigint")), Set.of(), step -> {
                scratch.executeAsIs("INSERT INTO part (id, count) VALUES (" + (1000 + step) + ", " + step + ")");
                scratch.executeAsIs("UPDATE part SET count = count + 1000 WHERE id = " + step);
            });
            underway.leavesNothing();
            assertThat(scratch.text("SELECT count(*) || ' ' || sum(count) FROM part"))
                    .isEqualTo((500 + at) + " " + (500 * 501 / 2 + at * (at + 1) / 2 + 1000 * at));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aTextBecomesANumberAsItIsTold(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(parts("text"));
            scratch.executeAsIs("INSERT INTO part (id, count) VALUES (1, '0007'), (2, ' 12 ')");
            MigrationHints told = new MigrationHints(
                    Map.of(), Map.of(), Map.of(ObjectPath.column(PART, "count"), "nullif(trim(count), '')::integer"));
            database.to(parts("integer"), told, Set.of());
            assertThat(scratch.text("SELECT string_agg(id || '=' || count, ',' ORDER BY id) FROM part"))
                    .isEqualTo("1=7,2=12");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void twoColumnsOfOneTableChangeAtOnce(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(pair("integer", "integer"));
            scratch.executeAsIs("INSERT INTO part VALUES (1, 2), (3, NULL)");
            database.to(pair("bigint", "numeric"));
            assertThat(scratch.text("SELECT string_agg(p::text, ',' ORDER BY a) FROM part p"))
                    .isEqualTo("(1,2),(3,)");
        }
    }

    private static Schema pair(String a, String b) {
        return schema(Table.of(
                PART,
                List.of(
                        Column.of("a", ColumnType.builtin(a)),
                        Column.of("b", ColumnType.builtin(b)).withNullable(true))));
    }

    private static CompiledSnapshot compiled(Schema schema) {
        return new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
    }

    private static Schema parts(String type) {
        Column count = Column.of("count", ColumnType.builtin(type))
                .withDefault(Optional.of(new ColumnDefault.Expression("'0'")))
                .withComment(Optional.of("how many there are"));
        return schema(Table.of(PART, List.of(Column.of("id", ColumnType.builtin("bigint")), count))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("part_pkey", List.of("id")),
                        new Constraint.Check("part_count_check", "count IS NOT NULL AND id > 0", true)))
                .withIndexes(List.of(
                        Index.of("part_count_idx", "btree", List.of(IndexKey.column("count"))),
                        Index.of(
                                "part_id_count_idx",
                                "btree",
                                List.of(IndexKey.column("id"), IndexKey.column("count"))))));
    }

    private static Schema schema(Table table) {
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(table),
                Optional.empty());
    }
}
