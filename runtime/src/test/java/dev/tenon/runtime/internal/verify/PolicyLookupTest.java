package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Policies depend on the columns that they read, in their own table, its partitions and other tables; migrations
 * replace such policies without a moment of unprotected rows.
 */
class PolicyLookupTest {

    private static final QualifiedName MEMBER = QualifiedName.parse("member");
    private static final QualifiedName TEAM = QualifiedName.parse("team");
    private static final QualifiedName VISIT = QualifiedName.parse("visit");
    private static final Policy TEAM_SEES = policy("EXISTS (SELECT FROM member m WHERE m.code = 'x')");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aTypeChangesUnderPoliciesOfOtherTablesAndOfPartitions(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(member("varchar(40)"), team(), visit("varchar(40)", 1)));
            scratch.executeAsIs(
                    "INSERT INTO member (code) VALUES ('x'); INSERT INTO visit (day, code) VALUES (1, 'x')");
            assertThat(SchemaEvolution.statements(database.to(schema(member("text"), team(), visit("text", 1)))))
                    .containsSubsequence(
                            "DROP POLICY sees ON public.team", "ALTER TABLE public.member ALTER COLUMN code TYPE text");
            assertThat(scratch.text("SELECT count(*) FROM pg_policy")).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aTypeChangesUnderAPolicyOfATableThatGetsAnotherName(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(member("varchar(40)"), team()));
            Table renamed =
                    Table.of(QualifiedName.parse("person"), member("text").columns());
            Table seen = guarded(
                    Table.of(TEAM, team().columns()), policy("EXISTS (SELECT FROM person m WHERE m.code = 'x')"));
            database.to(
                    schema(renamed, seen),
                    new MigrationHints(Map.of(ObjectPath.table(renamed.name()), "member"), Map.of(), Map.of()),
                    Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aPolicyOfPartitionsReadsAComputedColumn(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            Table visit = visit("text", 1);
            List<Column> columns = new ArrayList<>(visit.columns());
            columns.add(Column.of("size", ColumnType.builtin("integer"))
                    .withNullable(true)
                    .withDefault(Optional.of(new ColumnDefault.Generated("length(code)"))));
            Table sized =
                    guarded(visit.withColumns(columns), policy("size > 0")).withGuardedPartitions();
            new SchemaEvolution(scratch).to(schema(sized));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void tablesWhosePoliciesLookAtEachOtherGoTogether(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table member = guarded(member("text"), policy("EXISTS (SELECT FROM team t WHERE t.code = 'x')"));
            database.to(schema(member, team(), visit("text", 1)));
            assertThat(SchemaEvolution.statements(database.to(
                            schema(visit("text", 1)),
                            MigrationHints.NONE,
                            Set.of("drop-table:member", "drop-table:team"))))
                    .containsExactly(
                            "ALTER POLICY sees ON public.team\n    TO PUBLIC\n    USING (false)",
                            "ALTER POLICY sees ON public.member\n    TO PUBLIC\n    USING (false)",
                            "DROP TABLE public.team",
                            "DROP TABLE public.member");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aColumnGoesWithATableWhosePolicyLooksAtIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Column id = Column.of("id", ColumnType.builtin("integer"));
            Table member = member("text")
                    .withColumns(List.of(id, member("text").columns().get(0)));
            database.to(schema(member, team()));
            assertThat(SchemaEvolution.statements(database.to(
                            schema(member.withColumns(List.of(id))),
                            MigrationHints.NONE,
                            Set.of("drop-column:member.code", "drop-table:team"))))
                    .containsExactly(
                            "ALTER POLICY sees ON public.team\n    TO PUBLIC\n    USING (false)",
                            "ALTER TABLE public.member DROP COLUMN code",
                            "DROP TABLE public.team");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aColumnGoesWithAPartitionWhosePolicyLooksAtIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Column id = Column.of("id", ColumnType.builtin("integer"));
            Table member = member("text")
                    .withColumns(List.of(id, member("text").columns().get(0)));
            database.to(schema(member, guarded(visit("text", 2), TEAM_SEES).withGuardedPartitions()));
            Table open = visit("text", 1).withRowSecurity(RowSecurity.DISABLED, List.of());
            database.to(
                    schema(member.withColumns(List.of(id)), open.withGuardedPartitions()),
                    MigrationHints.NONE,
                    Set.of(
                            "drop-column:member.code",
                            "drop-partition:visit.visit_2",
                            "disable-row-security:visit",
                            "disable-row-security:visit_1",
                            "drop-policy:visit.sees",
                            "drop-policy:visit_1.sees"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aNewPartitionIsGuardedByAColumnThatComesWithIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table bare = visit("text", 1).withRowSecurity(RowSecurity.DISABLED, List.of());
            database.to(schema(bare.withColumns(bare.columns().subList(0, 1)).withGuardedPartitions()));
            scratch.executeAsIs("INSERT INTO visit (day) VALUES (1)");
            Map<ObjectPath, String> codes = Map.of(ObjectPath.column(VISIT, "code"), "'old'");
            database.to(schema(visit("text", 2)), new MigrationHints(Map.of(), codes, Map.of()), Set.of());
            assertThat(scratch.text("SELECT code FROM visit_1")).isEqualTo("old");
            assertThat(scratch.text("SELECT count(*) FROM pg_policy")).isEqualTo("3");
        }
    }

    private static Table member(String type) {
        return Table.of(MEMBER, List.of(Column.of("code", ColumnType.parse(type))));
    }

    private static Table team() {
        return guarded(Table.of(TEAM, List.of(Column.of("code", ColumnType.builtin("text")))), TEAM_SEES);
    }

    private static Table visit(String type, int partitions) {
        List<Partition> all = new ArrayList<>();
        for (int day = 1; day <= partitions; day++) {
            PartitionBound bound = new PartitionBound.Values(List.of(Integer.toString(day)), false);
            all.add(Partition.of("visit_" + day, bound, Optional.empty()));
        }
        Partitioning how = new Partitioning(PartitionStrategy.LIST, List.of(IndexKey.column("day")), all, false);
        Table visit = Table.of(
                VISIT,
                List.of(Column.of("day", ColumnType.builtin("integer")), Column.of("code", ColumnType.parse(type))));
        return guarded(visit.withPartitioning(Optional.of(how)), policy("code <> ''"))
                .withGuardedPartitions();
    }

    private static Table guarded(Table table, Policy policy) {
        return table.withRowSecurity(RowSecurity.FORCED, List.of(policy));
    }

    private static Policy policy(String using) {
        return new Policy("sees", Policy.Command.SELECT, true, List.of("public"), Optional.of(using), Optional.empty());
    }

    private static Schema schema(Table... tables) {
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(tables));
    }
}
