package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.rules.Rules;
import dev.tenon.schema.internal.sql.ConstraintSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * TN322 reports the foreign keys for which the server refuses to delete a tenant: no refusal is missed, and for each
 * report there is an order of creation in which the server refuses.
 */
class TenantDeletionTest {

    private static final QualifiedName ROOT = QualifiedName.parse("root");
    /** The tables, each after those that it references. */
    private static final List<String> ORDER = List.of("root", "c", "b", "a");

    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final List<Deferrability> DEFERRABILITIES = List.of(Deferrability.values());

    private static final List<ForeignKeyAction> ACTIONS =
            List.of(ForeignKeyAction.CASCADE, ForeignKeyAction.NO_ACTION, ForeignKeyAction.RESTRICT);

    private final Random random = new Random(23);

    @Test
    void theServerRefusesWhatIsReported() throws SQLException {
        int schemas = Endurance.ASKED ? 300 : 15;
        int reported = 0;
        try (Scratch scratch = Scratch.create()) {
            for (int i = 0; i < schemas; i++) {
                Schema schema = schema();
                boolean refused = refuses(scratch.connection(), schema);
                long findings = Rules.check(new CompiledSnapshot(schema, MigrationHints.NONE, Map.of())).stream()
                        .filter(finding -> finding.code().equals("TN322"))
                        .count();
                assertThat(findings > 0).as("%s", keys(schema)).isEqualTo(refused);
                reported += refused ? 1 : 0;
            }
        }
        assertThat(reported).isBetween(schemas / 6, schemas * 5 / 6);
    }

    private Schema schema() {
        List<Table> tables = new ArrayList<>(List.of(Table.of(ROOT, List.of(Column.of("id", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey("root_pkey", List.of("id"))))
                .withTenantScope(new TenantScope.Root("id"))));
        List<String> earlier = new ArrayList<>();
        for (String name : ORDER.subList(1, 4)) {
            tables.add(table(name, earlier));
            earlier.add(name);
        }
        return Schema.EMPTY
                .withTables(tables)
                .withTenancy(Optional.of(new Tenancy(ROOT, "id", "tenant", INTEGER, "app.tenant", "app")));
    }

    /** A table that references the root, unless it goes with an earlier table, and some of the earlier tables. */
    private Table table(String name, List<String> earlier) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("tenant", INTEGER), Column.of("id", INTEGER)));
        List<Constraint> constraints =
                new ArrayList<>(List.of(new Constraint.PrimaryKey(name + "_pkey", List.of("tenant", "id"))));
        boolean rooted = earlier.isEmpty() || random.nextInt(3) > 0;
        if (rooted) {
            constraints.add(key(name + "_root", List.of("tenant"), ROOT, List.of("id")));
        }
        for (String target : earlier) {
            if (random.nextBoolean()) {
                columns.add(Column.of("of_" + target, INTEGER));
                constraints.add(key(
                        name + "_" + target,
                        List.of("tenant", "of_" + target),
                        QualifiedName.parse(target),
                        List.of("tenant", "id")));
            }
        }
        return Table.of(QualifiedName.parse(name), columns)
                .withConstraints(constraints)
                .withTenantScope(new TenantScope.Scoped("tenant"));
    }

    private Constraint.ForeignKey key(String name, List<String> columns, QualifiedName target, List<String> targets) {
        boolean cascades = random.nextInt(3) > 0;
        return Constraint.ForeignKey.of(name, columns, target, targets)
                .withOnDelete(cascades ? ForeignKeyAction.CASCADE : ACTIONS.get(random.nextInt(3)), List.of())
                .withDeferrability(DEFERRABILITIES.get(random.nextInt(DEFERRABILITIES.size())));
    }

    /** Whether the server refuses to delete the tenant, with the keys in one of several orders of creation. */
    private boolean refuses(Connection connection, Schema schema) throws SQLException {
        List<String> keys = keys(schema);
        for (int i = 0; i < 6; i++) {
            if (refuses(connection, schema, keys)) {
                return true;
            }
            Collections.shuffle(keys, random);
        }
        return false;
    }

    private static boolean refuses(Connection connection, Schema schema, List<String> keys) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                String columns = String.join(
                        " int, ", table.columns().stream().map(Column::name).toList());
                statement.execute("CREATE TABLE " + table.name().name() + " (" + columns + " int NOT NULL, "
                        + ConstraintSql.definition(table.primaryKey().orElseThrow()) + ")");
            }
            for (String key : keys) {
                statement.execute(key);
            }
            for (String name : ORDER) {
                Table table = schema.table(QualifiedName.parse(name)).orElseThrow();
                String values =
                        String.join(", ", Collections.nCopies(table.columns().size(), "1"));
                statement.execute("INSERT INTO " + name + " VALUES (" + values + ")");
            }
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            statement.execute("SAVEPOINT filled");
            initialModes(statement, schema);
            try {
                statement.execute("DELETE FROM root");
                statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
                return false;
            } catch (SQLException refused) {
                assertThat(refused.getSQLState()).startsWith("23");
                return true;
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void initialModes(Statement statement, Schema schema) throws SQLException {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (key.deferrability() == Deferrability.INITIALLY_DEFERRED) {
                    statement.execute("SET CONSTRAINTS " + key.name() + " DEFERRED");
                }
            }
        }
    }

    private static List<String> keys(Schema schema) {
        List<String> keys = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                keys.add("ALTER TABLE " + table.name().name() + " ADD " + ConstraintSql.definition(key));
            }
        }
        return keys;
    }
}
