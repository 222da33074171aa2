package dev.tenon.cli;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of Java sources into which {@code import} writes. */
record SourceFolder(Path folder) {

    /**
     * Refuses to replace existing sources, unless they have one of the texts that an import writes.
     *
     * @param files the paths of the sources
     * @param replaceable texts by path
     */
    void refuseToReplace(Collection<String> files, List<Map<String, String>> replaceable) {
        List<String> kept = files.stream()
                .filter(file -> Files.exists(folder.resolve(file)))
                .filter(file -> replaceable.stream().noneMatch(texts -> isText(folder.resolve(file), texts.get(file))))
                .map(file -> folder.resolve(file).toString())
                .toList();
        if (!kept.isEmpty()) {
            throw new Fault(
                            FaultCode.USAGE,
                            kept.get(0)
                                    + (replaceable.isEmpty() ? " is there already" : " is edited")
                                    + (kept.size() > 1 ? ", and " + (kept.size() - 1) + " others" : ""),
                            "name another --package or --sources, or commit these files and add --replace")
                    .exception();
        }
    }

    private static boolean isText(Path file, @Nullable String text) {
        try {
            return text != null && Files.readString(file).equals(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the sources by path. */
    void write(Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(path, file.getValue());
            }
        } catch (IOException refused) {
            throw new Fault(FaultCode.USAGE, "the sources cannot be written: " + refused, "name another --sources")
                    .exception(refused);
        }
    }
}
