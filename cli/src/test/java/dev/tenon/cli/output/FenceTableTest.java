package dev.tenon.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.isolation.FenceFinding;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.runtime.isolation.ObservedStatement;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TenancyStage;
import dev.tenon.schema.internal.json.JsonValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Findings and observed statements are printed; a clean report and a missing tenancy are different. */
class FenceTableTest {

    private static final FenceFinding LOST = new FenceFinding(
            ObjectPath.table(QualifiedName.parse("note")), FenceFinding.Kind.NO_TENANT, 2, "2 rows without a tenant");

    private static final ObservedStatement SEEN = new ObservedStatement("legacy", "note", "SELECT *\n  FROM note", 3);

    /** The command that an output needs. */
    @Command
    private static final class AnyCommand {}

    @Test
    void findingsAndStatementsArePrinted() {
        assertThat(printed(new FenceReport(Optional.of(TenancyStage.COLUMN), 4, List.of(LOST), List.of(SEEN))))
                .isEqualTo("""
                        table note: 2 rows without a tenant

                        role    table  sessions  statement
                        ------  -----  --------  ------------------
                        legacy  note   3         SELECT * FROM note

                        Fence: stage COLUMN, 4 tables, 1 finding, 1 observed statement
                        """);
    }

    @Test
    void cleanIsNotTheSameAsNothingToCheck() {
        assertThat(printed(new FenceReport(Optional.of(TenancyStage.FORCED), 4, List.of(), List.of())))
                .isEqualTo("Fence: stage FORCED, 4 tables, every row has its tenant\n");
        FenceReport none = new FenceReport(Optional.empty(), 0, List.of(), List.of());
        assertThat(none.clean()).isFalse();
        assertThat(printed(none)).startsWith("Fence: not checked, because the snapshot declares no tenancy");
    }

    @Test
    void everythingIsInTheJson() {
        FenceReport report = new FenceReport(Optional.of(TenancyStage.COLUMN), 4, List.of(LOST), List.of(SEEN));
        JsonValue json = ResultJson.fence(report);
        assertThat(json.toString()).contains("COLUMN", "NO_TENANT", "2 rows without a tenant", "legacy", "sessions");
    }

    private static String printed(FenceReport report) {
        StringWriter text = new StringWriter();
        CommandLine command = new CommandLine(new AnyCommand()).setOut(new PrintWriter(text));
        FenceTable.print(report, new Output(command, false));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
