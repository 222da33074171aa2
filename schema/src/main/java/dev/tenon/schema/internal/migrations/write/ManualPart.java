package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.internal.migrations.file.StepMarker;
import java.util.List;

/** Finds the manual part in the text of a migration file. */
final class ManualPart {

    private static final String STEP = "-- tenon:step";

    private ManualPart() {}

    /** The manual part with its marker, as the end of another file; empty if there is none. */
    static String withMarker(String file) {
        List<String> lines = file.lines().toList();
        int marker = marker(lines);
        return marker < 0
                ? ""
                : "\n" + String.join("\n", lines.subList(marker, lines.size())).stripTrailing() + "\n";
    }

    /**
     * The SQL of the manual part as steps that follow other manual steps.
     *
     * @param file the text of the file; without a marker, all of it is manual
     */
    static String following(String file) {
        List<String> lines = file.lines().toList();
        List<String> part = lines.subList(marker(lines) + 1, lines.size());
        boolean marked = part.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && (!line.startsWith("--") || StepMarker.isMarker(line)))
                .findFirst()
                .filter(StepMarker::isMarker)
                .isPresent();
        return (marked ? "" : STEP + "\n") + String.join("\n", part).strip() + "\n";
    }

    private static int marker(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (StepMarker.isMarker(line) && StepMarker.parse(line).manual()) {
                return i;
            }
        }
        return -1;
    }
}
