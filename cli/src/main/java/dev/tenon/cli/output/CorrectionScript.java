package dev.tenon.cli.output;

import dev.tenon.runtime.verify.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that would correct a database, as a script to review before running it. */
public final class CorrectionScript {

    private CorrectionScript() {}

    /** Returns its lines; none if there is nothing to correct. */
    public static List<String> of(List<Correction> corrections) {
        List<String> lines = new ArrayList<>();
        if (!corrections.isEmpty()) {
            lines.add("");
            lines.add("-- SQL that would correct the database. It was not run.");
        }
        Optional<Correction> before = Optional.empty();
        for (Correction correction : corrections) {
            boolean same =
                    before.filter(other -> other.at().equals(correction.at())).isPresent();
            boolean sameCaution = same && before.get().caution().equals(correction.caution());
            if (!same) {
                lines.add("-- " + oneLine(correction.at().toString()));
            }
            if (!sameCaution && !correction.caution().isEmpty()) {
                lines.add("-- Beware: " + oneLine(correction.caution()));
            }
            if (!correction.sql().isEmpty()) {
                lines.add(correction.sql() + ";");
            }
            before = Optional.of(correction);
        }
        return lines;
    }

    /** Joins lines, because a line break in a name would end the comment. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
