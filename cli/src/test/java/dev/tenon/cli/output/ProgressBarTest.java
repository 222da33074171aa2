package dev.tenon.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Progress is one changing line on a terminal, and an occasional line elsewhere. */
class ProgressBarTest {

    private static final StepId STEP = new StepId(new MigrationName(7, "search"), 2, 3);

    private final StringWriter err = new StringWriter();

    @Test
    void percentAndTimesAreShown() {
        assertThat(bar(Optional.of(45), Duration.ofSeconds(12), Optional.of(Duration.ofSeconds(75)), "")
                        .line())
                .isEqualTo(
                        "0007_search step 2 of 3 [#########-----------]  45 %  0:12, about 1:15 left  building index");
        assertThat(bar(Optional.empty(), Duration.ofMinutes(61), Optional.empty(), "7 (psql)")
                        .line())
                .isEqualTo("0007_search step 2 of 3  1:01:00  building index  waiting for 7 (psql)");
    }

    @Test
    void onATerminalALineReplacesThePreviousOne() {
        ProgressOutput progress = new ProgressOutput(output(), true);
        progress.accept(underway(10));
        progress.accept(underway(20));
        progress.accept(new MigrationEvent.StepDone(STEP, Duration.ofMillis(5)));
        String[] lines = err.toString().split("\r|\n", -1);
        assertThat(lines[1]).contains("[##-----").endsWith("building index");
        assertThat(lines[2]).contains("[####---");
        assertThat(lines[3]).isEqualTo("0007_search step 2 of 3: done in 5 ms");
    }

    @Test
    void withoutATerminalALineIsPrintedOccasionally() {
        ProgressOutput progress = new ProgressOutput(output(), false);
        progress.accept(underway(10));
        progress.accept(underway(20));
        assertThat(err)
                .hasToString(
                        "0007_search step 2 of 3: building index 10 %, 4 s, about 9 s left" + System.lineSeparator());
    }

    private static MigrationEvent underway(int done) {
        return new MigrationEvent.StatementUnderway(
                STEP, "building index", done, 100, Duration.ofSeconds(4), Optional.of(Duration.ofSeconds(9)), "");
    }

    private static ProgressBar bar(
            Optional<Integer> percent, Duration elapsed, Optional<Duration> left, String awaited) {
        return new ProgressBar(STEP.toString(), "building index", percent, elapsed, left, awaited);
    }

    private Output output() {
        CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
        command.setErr(new PrintWriter(err, true));
        return new Output(command, false);
    }
}
