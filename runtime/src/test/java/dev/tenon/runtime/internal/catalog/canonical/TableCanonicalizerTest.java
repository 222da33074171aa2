package dev.tenon.runtime.internal.catalog.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The canonical form of expected tables equals the form in which the server prints its own tables. */
@SuppressWarnings("NullAway.Init")
class TableCanonicalizerTest {

    private static Scratch scratch;
    private static Schema schema;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        schema = Research.schema(scratch.role("app"));
        Research.create(schema, scratch);
    }

    @AfterAll
    static void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void whatTheServerHasItPrintsAlike() throws SQLException {
        CanonicalTables printed = print(scratch.connection(), schema.tables());
        assertThat(printed.unprintable()).isEmpty();
        assertThat(printed.tables().stream().map(table -> table.withTenantScope(TenantScope.NONE)))
                .containsExactlyElementsOf(CatalogReader.read(scratch.connection(), CatalogScope.of(schema))
                        .schema()
                        .tables());
    }

    @Test
    void nothingStays() throws SQLException {
        String before = relations();
        print(scratch.connection(), schema.tables());
        assertThat(relations()).isEqualTo(before);
    }

    @Test
    void noTableOfTheUserIsLockedForMoreThanReading() throws SQLException {
        Connection connection = scratch.connection();
        List<String> locks = RollbackTransaction.run(connection, () -> {
            TableCanonicalizer.printInTransaction(connection, schema.tables(), Schema.EMPTY);
            return texts(connection, """
                    SELECT c.relname || ' ' || l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
                    WHERE l.pid = pg_backend_pid() AND c.relnamespace::regnamespace::text IN ('public', 'billing')""");
        });
        assertThat(locks).isEmpty();
    }

    @Test
    void tablesOfOneNameInTwoSchemasAreToldApart() throws SQLException {
        List<Table> tables = List.of(
                withDefault("one.t", ColumnType.builtin("integer"), "1 + 1"),
                withDefault("two.t", ColumnType.builtin("text"), "'x'"));
        assertThat(print(scratch.connection(), tables).tables())
                .extracting(table -> table.name() + " "
                        + table.columns().get(0).defaultValue().orElseThrow())
                .containsExactly("one.t Expression[sql=(1 + 1)]", "two.t Expression[sql='x'::text]");
    }

    @Test
    void moreTablesThanFitAtOnceAreAllPrinted() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tables.add(withDefault("t" + i, ColumnType.builtin("integer"), "1+" + i));
        }
        assertThat(print(scratch.connection(), tables).tables())
                .extracting(table -> table.columns().get(0).defaultValue().orElseThrow())
                .containsExactlyElementsOf(tables.stream()
                        .map(table -> (ColumnDefault) new ColumnDefault.Expression(
                                "(1 + " + table.name().name().substring(1) + ")"))
                        .toList());
    }

    /** The cache uses a canonical form for another table only if the server would print the same there. */
    @Test
    void tablesAreWordedTogetherAsEachAlone() throws SQLException {
        List<Table> tables = List.of(
                alike("alpha", ColumnType.builtin("text"), "owner = current_user"),
                alike("beta", ColumnType.builtin("text"), "owner = current_user"),
                alike("gamma", ColumnType.parse("varchar(9)"), "owner = current_user"),
                alike("delta", ColumnType.builtin("text"), "exists (select 1 where owner = current_user)"),
                alike("epsilon", ColumnType.builtin("text"), "exists (select 1 where owner = current_user)"),
                alike("zeta", ColumnType.builtin("text"), "zeta.owner = current_user"),
                alike("Owner", ColumnType.builtin("text"), "owner = current_user"),
                alike("eta", ColumnType.builtin("text"), "U&\"own\\0065r\" = current_user"),
                alike("theta", ColumnType.builtin("text"), "no_such_function(owner)"),
                alike("iota", ColumnType.builtin("text"), "no_such_function(owner)"));
        CanonicalTables together = print(scratch.connection(), tables);
        List<Table> alone = new ArrayList<>();
        List<UnsupportedExpression> unprintable = new ArrayList<>();
        for (Table table : tables) {
            CanonicalTables one = print(scratch.connection(), List.of(table));
            alone.addAll(one.tables());
            unprintable.addAll(one.unprintable());
        }
        assertThat(together.tables()).containsExactlyElementsOf(alone);
        assertThat(together.unprintable()).containsExactlyInAnyOrderElementsOf(unprintable);
        assertThat(together.tables().get(4).policies().get(0).using().orElseThrow())
                .contains("epsilon.owner");
    }

    @Test
    void anExpressionOfManyTablesIsShownToTheServerOnce() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tables.add(alike("many" + i, ColumnType.builtin("text"), "owner = current_user"));
        }
        CanonicalExpressionCache phrases = new CanonicalExpressionCache();
        assertThat(tables.stream()
                        .map(table -> CanonicalizationRequest.of(table, Optional.empty(), phrases))
                        .flatMap(wording -> wording.asked().stream())
                        .filter(asked ->
                                !asked.policies().isEmpty() || !asked.indexes().isEmpty()))
                .hasSize(1);
    }

    /** Returns a table whose members all have an expression on the same column. */
    private static Table alike(String name, ColumnType type, String condition) {
        return Table.of(
                        new QualifiedName("public", name),
                        List.of(
                                Column.of("owner", type)
                                        .withDefault(Optional.of(new ColumnDefault.Expression("'a'||'b'"))),
                                Column.of("loud", ColumnType.builtin("text"))
                                        .withDefault(Optional.of(new ColumnDefault.Generated("upper(owner)")))))
                .withConstraints(List.of(new Constraint.Check(name + "_check", "owner in ('a','b')", true)))
                .withIndexes(List.of(Index.of(name + "_idx", "btree", List.of(IndexKey.expression("lower(owner)")))))
                .withRowSecurity(
                        RowSecurity.ENABLED,
                        List.of(new Policy(
                                name + "_policy",
                                Policy.Command.SELECT,
                                true,
                                List.of("public"),
                                Optional.of(condition),
                                Optional.empty())));
    }

    @Test
    void aMissingTypeSpoilsOnlyItsColumn() throws SQLException {
        QualifiedName name = QualifiedName.parse("t");
        Table table = Table.of(
                        name,
                        List.of(
                                Column.of("mood", ColumnType.parse("public.mood")),
                                Column.of("a", ColumnType.builtin("integer"))
                                        .withDefault(Optional.of(new ColumnDefault.Expression("1+1")))))
                .withConstraints(List.of(new Constraint.Check("t_a_check", "a>0", true)));
        CanonicalTables printed = print(scratch.connection(), List.of(table));
        assertThat(printed.unprintable()).isEmpty();
        assertThat(printed.tables())
                .singleElement()
                .isEqualTo(Table.of(
                                name,
                                List.of(
                                        table.columns().get(0),
                                        Column.of("a", ColumnType.builtin("integer"))
                                                .withDefault(Optional.of(new ColumnDefault.Expression("(1 + 1)")))))
                        .withConstraints(List.of(new Constraint.Check("t_a_check", "(a > 0)", true))));
    }

    @Test
    void whatTheServerDoesNotUnderstandIsSaidPartByPart() throws SQLException {
        QualifiedName name = QualifiedName.parse("t");
        Table table = Table.of(
                        name,
                        List.of(
                                Column.of("a", ColumnType.builtin("integer"))
                                        .withDefault(Optional.of(new ColumnDefault.Expression("no_such_function()"))),
                                Column.of("b", ColumnType.builtin("integer"))
                                        .withDefault(Optional.of(new ColumnDefault.Generated("a+")))))
                .withConstraints(List.of(
                        new Constraint.Check("t_a_check", "a>0", true),
                        new Constraint.Check("t_b_check", "a > ", true)))
                .withIndexes(List.of(
                        Index.of("t_idx", "btree", List.of(IndexKey.expression("nope(a)"))),
                        Index.of("t_fine_idx", "btree", List.of(IndexKey.expression("a+1")))))
                .withRowSecurity(
                        RowSecurity.ENABLED,
                        List.of(new Policy(
                                "p",
                                Policy.Command.ALL,
                                true,
                                List.of("nobody"),
                                Optional.of("exists (select from no_such_table)"),
                                Optional.empty())));
        CanonicalTables printed = print(scratch.connection(), List.of(table));
        assertThat(printed.unprintable())
                .extracting(UnsupportedExpression::at)
                .containsExactly(
                        ObjectPath.column(name, "a"),
                        ObjectPath.column(name, "b"),
                        ObjectPath.constraint(name, "t_b_check"),
                        ObjectPath.index(name, "t_idx"),
                        ObjectPath.policy(name, "p"));
        assertThat(printed.unprintable().get(4).reason())
                .contains("relation \"no_such_table\" does not exist")
                .contains("42P01");
        Table result = printed.tables().get(0);
        assertThat(result.constraints().get(0)).isEqualTo(new Constraint.Check("t_a_check", "(a > 0)", true));
        assertThat(result.constraints().get(1)).isEqualTo(table.constraints().get(1));
        assertThat(result.indexes().get(0).keys()).containsExactly(IndexKey.expression("(a + 1)"));
        assertThat(result.policies()).isEqualTo(table.policies());
    }

    @Test
    void aRoleThatMayNotCreateTemporaryTablesIsToldSo() throws SQLException {
        try (Scratch other = Scratch.create()) {
            other.execute("REVOKE TEMPORARY ON DATABASE " + other.database().name() + " FROM PUBLIC");
            other.execute("SET ROLE $reader");
            assertThatThrownBy(() -> print(other.connection(), List.of()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining(other.named("role $reader may not create"))
                    .hasMessageContaining("GRANT TEMPORARY ON DATABASE");
            other.execute("RESET ROLE");
        }
    }

    @Test
    void aLockThatDoesNotComeIsNoDifference() throws SQLException {
        try (Connection other = scratch.database().connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE research_plan");
            assertThatThrownBy(() -> print(scratch.connection(), schema.tables()))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("55P03"));
            other.rollback();
        }
    }

    private static Table withDefault(String name, ColumnType type, String sql) {
        return Table.of(
                QualifiedName.parse(name),
                List.of(Column.of("a", type).withDefault(Optional.of(new ColumnDefault.Expression(sql)))));
    }

    private static String relations() throws SQLException {
        return String.join(
                "\n",
                texts(
                        scratch.connection(),
                        "SELECT oid::text || ' ' || relname FROM pg_class WHERE oid >= 16384 ORDER BY oid"));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static CanonicalTables print(Connection connection, List<Table> tables) throws SQLException {
        return RollbackTransaction.run(
                connection, () -> TableCanonicalizer.printInTransaction(connection, tables, Schema.EMPTY));
    }
}
