package dev.tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with a small heap finds the one difference among thousands of tables. */
class ManyTablesTest {

    private static final int TABLES = Endurance.ASKED ? 20_000 : 5_000;
    private static final int MEBIBYTES = TABLES / 40;

    /** More tables in one transaction would exceed the server's lock table. */
    private static final int AT_ONCE = 500;

    @TempDir
    private Path migrations;

    @Test
    void oneDifferenceAmongThousandsOfTablesIsFoundInASmallHeap() throws Exception {
        try (Scratch scratch = Scratch.create()) {
            create(scratch);
            assertThat(verify(scratch)).containsExactly("Verified: " + TABLES + " tables, no drift", "0");
            scratch.execute("ALTER POLICY own ON t_777 USING (true)");
            assertThat(verify(scratch))
                    .startsWith(
                            "policy t_777.own: using is true, expected (owner = CURRENT_USER)",
                            "Verified: " + TABLES + " tables, 1 differences")
                    .endsWith("4");
        }
    }

    private void create(Scratch scratch) {
        Schema schema = schema(scratch.role("app"));
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(directory, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of())
                .write(directory, "init");
        scratch.execute("GRANT USAGE ON SCHEMA public TO $app; CREATE TABLE pattern (id bigint PRIMARY KEY,"
                + " owner text NOT NULL, at timestamptz NOT NULL DEFAULT now(), price numeric(12,2),"
                + IntStream.range(0, 8)
                        .mapToObj(i -> " c_" + i + " text NOT NULL DEFAULT 'x'")
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow()
                + ", CONSTRAINT price_check CHECK (price >= 0)); CREATE INDEX ON pattern (owner)");
        for (int from = 0; from < TABLES; from += AT_ONCE) {
            scratch.execute("""
                    DO $do$ BEGIN FOR i IN %d..%d LOOP
                        EXECUTE format('CREATE TABLE t_%%1$s (LIKE pattern INCLUDING ALL);
                            ALTER TABLE t_%%1$s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                            CREATE POLICY own ON t_%%1$s USING (owner = CURRENT_USER);
                            GRANT SELECT ON t_%%1$s TO $app', i);
                    END LOOP; END $do$""".formatted(from, from + AT_ONCE - 1));
        }
        scratch.execute("DROP TABLE pattern");
    }

    private static Schema schema(String role) {
        return new Schema(
                List.of(new Role(role)),
                List.of(new Namespace("public", List.of(new Grant(role, List.of(Privilege.USAGE))))),
                List.of(),
                List.of(),
                IntStream.range(0, TABLES).mapToObj(i -> table("t_" + i, role)).toList(),
                Optional.empty());
    }

    /** Returns the table with expressions as a user writes them, not in canonical form. */
    private static Table table(String name, String role) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("id", ColumnType.builtin("bigint")),
                text("owner"),
                Column.of("at", ColumnType.builtin("timestamptz")).withDefault(value("now( )")),
                Column.of("price", ColumnType.parse("decimal(12,2)")).withNullable(true)));
        IntStream.range(0, 8).forEach(i -> columns.add(text("c_" + i).withDefault(value("'x'"))));
        return Table.of(new QualifiedName("public", name), columns)
                .withConstraints(List.of(
                        new Constraint.PrimaryKey(name + "_pkey", List.of("id")),
                        new Constraint.Check("price_check", "price >= 0", true)))
                .withIndexes(List.of(Index.of(name + "_owner_idx", "btree", List.of(IndexKey.column("owner")))))
                .withRowSecurity(
                        RowSecurity.FORCED,
                        List.of(new Policy(
                                "own",
                                Policy.Command.ALL,
                                true,
                                List.of("public"),
                                Optional.of("owner = current_user"),
                                Optional.empty())))
                .withGrants(List.of(new Grant(role, List.of(Privilege.SELECT))));
    }

    private static Column text(String name) {
        return Column.of(name, ColumnType.builtin("text"));
    }

    private static Optional<ColumnDefault> value(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }

    /** Returns the output of the command line in its own process, and its exit code as the last element. */
    private List<String> verify(Scratch scratch) throws IOException, InterruptedException, SQLException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + MEBIBYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "--migrations",
                        migrations.toString())
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", scratch.database().url());
        Process process = builder.start();
        List<String> output =
                new ArrayList<>(new String(process.getInputStream().readAllBytes(), UTF_8)
                        .lines()
                        .toList());
        output.add(Integer.toString(process.waitFor()));
        return output;
    }
}
