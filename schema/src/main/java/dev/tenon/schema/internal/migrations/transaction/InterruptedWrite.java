package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that an interrupted or running write has left in a directory. */
public final class InterruptedWrite {

    private InterruptedWrite() {}

    /** The files that only a write leaves. */
    public static List<String> find(DirectoryFiles files) {
        List<String> found = new ArrayList<>();
        for (String name : List.of(WriteIntent.FILE, AtomicWrite.INTENT_NEW, DirectoryLock.FILE)) {
            if (files.text(name).isPresent()) {
                found.add(name);
            }
        }
        return found;
    }

    /** The files that an interrupted write was about to change, and that therefore may not belong together. */
    public static Set<String> targets(DirectoryFiles files) {
        Optional<WriteIntent> intent = files.text(WriteIntent.FILE).flatMap(InterruptedWrite::intent);
        return intent.map(WriteIntent::targets).orElse(List.of()).stream()
                .map(WriteIntent.Target::file)
                .collect(Collectors.toSet());
    }

    private static Optional<WriteIntent> intent(String text) {
        try {
            return Optional.of(WriteIntent.read(text));
        } catch (JsonException unknown) {
            return Optional.empty();
        }
    }
}
