package dev.tenon.benchmark.verify;

/** A command or call to measure. */
enum Contender {
    /** The baseline of the comparison. */
    PG_DUMP("pg_dump --schema-only"),
    /** The usual case: an earlier migration stored the result of its comparison. */
    UNCHANGED("java -jar tenon.jar verify, nothing changed"),
    /** The same with the class data archive of the executable. */
    UNCHANGED_PROGRAM("./tenon.jar verify, nothing changed"),
    FULL("java -jar tenon.jar verify --full"),
    /** With the memory limit of a verification. */
    SMALL("java -Xmx128m -XX:+UseSerialGC -jar tenon.jar verify --full"),
    FULL_PROGRAM("./tenon.jar verify --full"),
    /** In a warmed-up process. */
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
