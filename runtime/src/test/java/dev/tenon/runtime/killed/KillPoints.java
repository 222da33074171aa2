package dev.tenon.runtime.killed;

import dev.tenon.runtime.WatchedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stops the process for good, for it to be killed, at the first place where none was killed yet: before or after a write
 * to the history, or a commit of one. The build has time for every fifth of them, and kills at all if it is to endure.
 */
final class KillPoints implements WatchedSource.Watch {

    private static final Pattern WRITE = Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM) tenon\\.history");

    private static final int EVERY = Endurance.ASKED ? 1 : 5;

    private final Path file;
    private final Set<String> known;
    private String lastWrite = "";
    private int passed;

    /** Looks up in the file where others were killed, and adds to it where this one is. */
    KillPoints(Path file) {
        this.file = file;
        try {
            known = new HashSet<>(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void before(String call) {
        place("before", call);
    }

    @Override
    public void after(String call) {
        place("after", call);
    }

    private void place(String side, String call) {
        if (WRITE.matcher(call).find()) {
            lastWrite = call.replaceAll("\\s+", " ");
            stopAt(side + " " + lastWrite);
        } else if (call.equals("commit")) {
            stopAt(side + " commit of " + lastWrite);
        }
    }

    private void stopAt(String place) {
        if (++passed % EVERY == 0 && known.add(place)) {
            try {
                Files.write(file, List.of(place), StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            MigratorMain.answer("at " + place);
            waitForDeath();
        }
    }

    private static void waitForDeath() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException stillAlive) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
