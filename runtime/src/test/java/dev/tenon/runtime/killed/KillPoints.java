package dev.tenon.runtime.killed;

import dev.tenon.runtime.Endurance;
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
 * Stops the process at the first place where none was killed yet, and waits to be killed. The places are before and
 * after each write to the history and each of its commits, and each change of forced row-level security. The build uses every fifth place, an endurance run all.
 */
final class KillPoints implements WatchedSource.Watch {

    private static final Pattern WRITE = Pattern.compile(
            "(?:INSERT INTO|UPDATE|DELETE FROM) tenon\\.(?:history|unforced)|FORCE ROW LEVEL SECURITY$");

    private static final int EVERY = Endurance.ASKED ? 1 : 5;

    private final Path file;
    private final Set<String> known;
    private String lastWrite = "";
    private int passed;

    /** Reads the places of earlier kills from the file, and appends this one. */
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
            awaitKill();
        }
    }

    private static void awaitKill() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException stillAlive) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
