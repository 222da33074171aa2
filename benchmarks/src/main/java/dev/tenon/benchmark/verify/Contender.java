package dev.tenon.benchmark.verify;

/** Who looks at the database. */
enum Contender {
    /** What is measured against. */
    PG_DUMP("pg_dump --schema-only"),
    TENON("tenon.jar verify"),
    /** In as much memory as a verification may take. */
    SMALL("tenon.jar verify, -Xmx128m -XX:+UseSerialGC"),
    /** With what the JVM has kept of the classes of an earlier run, and what suits a short one. */
    ARCHIVED("tenon.jar verify, with a class archive, -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
    /** In a process that has done so before. */
    WARM("Tenon.verify(), warm"),
    GUARD("Tenon.guard(), warm");

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
