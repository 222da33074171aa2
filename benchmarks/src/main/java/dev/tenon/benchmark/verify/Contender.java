package dev.tenon.benchmark.verify;

/** Who looks at the database. */
enum Contender {
    /** What is measured against. */
    PG_DUMP("pg_dump --schema-only"),
    /** After a migration that compared, which is the usual case. */
    UNCHANGED("tenon.jar verify, nothing changed"),
    UNCHANGED_SHORT("tenon.jar verify, nothing changed, with a class archive and options for short runs"),
    FULL("tenon.jar verify --full"),
    /** In as much memory as a verification may take. */
    SMALL("tenon.jar verify --full, -Xmx128m -XX:+UseSerialGC"),
    /** With what the JVM has kept of the classes of an earlier run, and what suits a short one. */
    FULL_SHORT("tenon.jar verify --full, with a class archive and options for short runs"),
    /** In a process that has done so before. */
    WARM("Tenon.verifyFully(), warm"),
    GUARD("Tenon.guard(), warm");

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
