package dev.tenon.benchmark.verify;

/** Who looks at the database. */
enum Contender {
    /** What is measured against. */
    PG_DUMP("pg_dump --schema-only"),
    /** After a migration that compared, which is the usual case. */
    UNCHANGED("java -jar tenon.jar verify, nothing changed"),
    /** With the archive of its classes, as in all runs of the program. */
    UNCHANGED_PROGRAM("./tenon.jar verify, nothing changed"),
    FULL("java -jar tenon.jar verify --full"),
    /** In as much memory as a verification may take. */
    SMALL("java -Xmx128m -XX:+UseSerialGC -jar tenon.jar verify --full"),
    FULL_PROGRAM("./tenon.jar verify --full"),
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
