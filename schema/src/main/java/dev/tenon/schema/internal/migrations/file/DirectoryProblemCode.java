package dev.tenon.schema.internal.migrations.file;

/** The kinds of problems of a migrations directory; each has a page in {@code docs/rules}. */
public enum DirectoryProblemCode {
    /** The migrations directory does not exist. */
    NO_DIRECTORY("TN501"),
    /** A file cannot be read or written, or is not text in UTF-8. */
    NO_ACCESS("TN502"),
    /** A JSON file cannot be parsed. */
    BROKEN_JSON("TN503"),
    /** A migration's name is not four or more digits, an underscore and a name. */
    BAD_NAME("TN504"),
    /** A file of a journal entry is missing. */
    FILE_MISSING("TN505"),
    /** A migration's file exists, but the migration is not in the journal. */
    NOT_IN_JOURNAL("TN506"),
    /** Two migrations have the same number. */
    NUMBER_TWICE("TN507"),
    /** The numbers of the journal are not 1, 2, 3 and so on. */
    NUMBER_GAP("TN508"),
    /** The hash chain of the journal is broken at an entry. */
    BROKEN_CHAIN("TN509"),
    /** The generated part of a migration was edited. */
    GENERATED_PART_EDITED("TN510"),
    /** The manual part of a migration differs from the one that the journal records. */
    MANUAL_PART_CHANGED("TN511"),
    /** A snapshot does not match the journal or the change files. */
    SNAPSHOT_MISMATCH("TN512"),
    /** A change file was edited. */
    CHANGE_FILE_EDITED("TN513"),
    /** A file contains the conflict markers of a merge. */
    MERGE_CONFLICT("TN514"),
    /** A migration cannot be separated into statements. */
    BROKEN_SQL("TN515"),
    /** A {@code -- tenon:} line is unknown, or at a wrong position. */
    BAD_MARKER("TN516"),
    /** A write was interrupted. */
    INTERRUPTED_WRITE("TN517"),
    /** Another process is writing. */
    BUSY("TN518"),
    /** The migration to be written was generated for another state of the directory. */
    MOVED_ON("TN519"),
    /** A location exists several times on the class path. */
    AMBIGUOUS_LOCATION("TN520"),
    /** A manual part would be lost. */
    MANUAL_PART_AT_RISK("TN521"),
    /** Two branches changed the same object of the schema. */
    SAME_THING_CHANGED("TN522"),
    /** Migrations cannot be squashed, or a squashed one cannot be dropped. */
    NOT_SQUASHABLE("TN531");

    private final String code;

    DirectoryProblemCode(String code) {
        this.code = code;
    }

    /** {@code TN} and three digits, which also name the page. */
    public String code() {
        return code;
    }
}
