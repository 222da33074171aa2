package dev.tenon.cli.output;

import java.time.Duration;
import java.util.Optional;

/**
 * One line that shows the progress of a long statement.
 *
 * @param name the name of the work
 * @param phase the current phase; empty if there is only one
 * @param percent the completed share; empty if unknown
 * @param elapsed the time since the start
 * @param left the estimated remaining time; empty if unknown
 * @param awaited the sessions that it waits for; empty if none
 */
record ProgressBar(
        String name,
        String phase,
        Optional<Integer> percent,
        Duration elapsed,
        Optional<Duration> left,
        String awaited) {

    private static final int WIDTH = 20;

    /** For example {@code 0007_search step 1 of 1 [#########-----------]  45 %  0:12, about 0:15 left  building index}. */
    String line() {
        StringBuilder line = new StringBuilder(name);
        percent.ifPresent(done -> line.append(" [")
                .append("#".repeat(done * WIDTH / 100))
                .append("-".repeat(WIDTH - done * WIDTH / 100))
                .append(String.format("] %3d %%", done)));
        line.append("  ").append(clock(elapsed));
        left.ifPresent(time -> line.append(", about ").append(clock(time)).append(" left"));
        if (!phase.isEmpty()) {
            line.append("  ").append(phase);
        }
        if (!awaited.isEmpty()) {
            line.append("  waiting for ").append(awaited);
        }
        return line.toString();
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format("%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
