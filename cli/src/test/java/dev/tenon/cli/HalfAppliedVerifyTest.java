package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.InterruptedTypeChange;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.verify.VerifyResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** While a migration is half-applied, verify reports its state and the command to run, and compares nothing. */
class HalfAppliedVerifyTest {

    private static final String NOT_COMPARED =
            "Not compared: everything: 0002_retype is half-applied, 1 of 7 steps is done\n";

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private InterruptedTypeChange killed;

    HalfAppliedVerifyTest() throws SQLException {}

    @BeforeEach
    void killAfterTheFirstStep() {
        killed = new InterruptedTypeChange(scratch, temp.resolve("migrations"));
        killed.run(1, 1);
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void verifyReportsTheHalfAppliedMigrationAndTheCommandToRun() {
        for (String[] options : new String[][] {{}, {"--full"}, {"--full", "--strict"}}) {
            assertThat(run("verify", options))
                    .isEqualTo("3 " + NOT_COMPARED + "1 pending: run 'tenon migrate' to continue\nNot verified\n");
        }
        assertThat(run("status")).contains("0002_retype  partial  1 of 7");
        VerifyResult result = killed.tenon().verify();
        assertThat(result.compared()).isFalse();
        assertThat(result.clean()).isFalse();
    }

    @Test
    void theJsonDocumentHasTheMembersOfStatus() {
        String migration =
                "\"number\": 2, \"name\": \"retype\", \"state\": \"partial\", \"stepsDone\": 1, \"steps\": 7";
        assertThat(flat(run("status", "--json"))).contains(migration);
        assertThat(flat(run("verify", "--json")))
                .startsWith("3 ")
                .contains(migration)
                .contains("\"compared\": false")
                .contains("\"advice\": \"run 'tenon migrate' to continue\"")
                .contains("\"corrections\": []");
    }

    @Test
    void strictVerifyDoesNotReportNoDrift() {
        scratch.execute("CREATE TABLE more (id bigint); ALTER TABLE doc ADD COLUMN crept_in text");
        assertThat(run("verify", "--strict")).startsWith("3 " + NOT_COMPARED).doesNotContain("no drift");
    }

    @Test
    void anUndecidedStepIsReferredToRepair() {
        killed.folder().add("call", """
                -- tenon:step no-transaction
                CALL public.note();
                """, InterruptedTypeChange.doc("bigint"));
        scratch.execute("INSERT INTO doc VALUES (1, '7')");
        killed.run(2, killed.steps());
        killed.enter(3, 1, 1, "running");
        assertThat(run("verify")).isEqualTo("""
                        3 Not compared: everything: 0003_call is half-applied, 0 of 1 steps are done
                        1 pending: run 'tenon repair', which lists the step that you must resolve
                        Not verified
                        """);
    }

    @Test
    void guardReportsAColumnThatIsMissingYet() {
        assertThatThrownBy(() -> killed.tenon().guard(InterruptedTypeChange.doc("bigint")))
                .hasMessageContaining("[TN642]")
                .hasMessageContaining("column doc.note: type is text, expected bigint");
    }

    @Test
    void afterResumingTheDatabaseIsVerified() {
        scratch.execute("INSERT INTO doc VALUES (1, '7')");
        killed.tenon().migrate();
        assertThat(run("verify", "--full", "--strict")).isEqualTo("0 Verified: 1 tables, no drift\n");
    }

    private static String flat(String json) {
        return json.replaceAll("\\s+", " ");
    }

    private String run(String command, String... options) {
        StringWriter out = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(Map.of("DATABASE_URL", scratch.database().url()));
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        List<String> arguments = new ArrayList<>(
                List.of(command, "--migrations", killed.folder().path().toString()));
        arguments.addAll(List.of(options));
        return commandLine.execute(arguments.toArray(String[]::new)) + " " + out;
    }
}
