package dev.tenon.runtime.internal.catalog;

/** Determines the tablespace of relations without an explicit tablespace. */
final class Tablespaces {

    /** An expression for the default tablespace of the database. */
    static final String OF_DATABASE = """
            (SELECT t.spcname FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace
                WHERE d.datname = current_database())""";

    private Tablespaces() {}
}
