package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line lists interrupted steps and records a user's decision on one at a time. */
class RepairCommandTest {

    @TempDir
    private Path temp;

    @Test
    void aStepIsListedAndResolved() throws SQLException {
        Path migrations = new MigrationsFolder(temp)
                .add("note", """
                        -- tenon:manual
                        CREATE TABLE public.log (what text);
                        -- tenon:step no-transaction
                        CALL public.note();
                        """, ShopSchema.of(new String[0]))
                .path();
        try (Scratch scratch = Scratch.create()) {
            Map<String, String> environment =
                    Map.of("DATABASE_URL", scratch.database().url());
            assertThat(run(environment, "migrate", "--migrations", migrations.toString()))
                    .startsWith("1 ");
            assertThat(run(environment, "repair", "--migrations", migrations.toString()))
                    .isEqualTo("0 No interrupted steps\n");
            scratch.execute(
                    "INSERT INTO tenon.history (number, name, hash, step, steps, kind, state, tenon_version, manual_checksum)"
                            + " SELECT number, name, hash, 2, steps, kind, 'running', tenon_version, manual_checksum FROM tenon.history");

            assertThat(run(environment, "repair", "--migrations", migrations.toString()))
                    .isEqualTo("3 0001_note step 2 of 2: CALL public.note(): the catalogs do not show whether it"
                            + " took effect; check the database, then run tenon repair --done 1.2 or --again 1.2\n");
            assertThat(run(environment, "repair", "--done", "1.2", "--migrations", migrations.toString()))
                    .isEqualTo("0 1.2 is recorded as done\nNo interrupted steps\n");
            assertThat(run(environment, "status", "--migrations", migrations.toString()))
                    .startsWith("0 Migration state: 1 applied, 1 expected, 0 pending");
        }
    }

    @Test
    void anInvalidStepNumberIsRefusedBeforeAnythingConnects() {
        assertThat(run(Map.of(), "repair", "--done", "second")).startsWith("2 ");
        assertThat(run(Map.of(), "repair", "--done", "1.2", "--again", "1.3")).startsWith("2 ");
    }

    private static String run(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine(environment);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        return commandLine.execute(args) + " " + out;
    }
}
