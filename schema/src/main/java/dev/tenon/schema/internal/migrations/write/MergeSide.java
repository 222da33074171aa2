package dev.tenon.schema.internal.migrations.write;

/** One of the two sides of a merge conflict, by git's names. */
public enum MergeSide {
    /** The branch that was checked out. */
    OURS,
    /** The branch that was merged into it. */
    THEIRS;

    /**
     * The text as this side has it: of each conflict only the lines between this side's markers.
     *
     * @param text a text with line feeds, with or without conflicts
     */
    String of(String text) {
        StringBuilder side = new StringBuilder();
        boolean inConflict = false;
        boolean wanted = true;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("<<<<<<<")) {
                inConflict = true;
                wanted = this == OURS;
            } else if (inConflict && line.startsWith("|||||||")) {
                wanted = false;
            } else if (inConflict && line.startsWith("=======")) {
                wanted = this == THEIRS;
            } else if (inConflict && line.startsWith(">>>>>>>")) {
                inConflict = false;
                wanted = true;
            } else if (wanted) {
                side.append(line).append('\n');
            }
        }
        return side.toString();
    }

    MergeSide other() {
        return this == OURS ? THEIRS : OURS;
    }
}
