package dev.tenon.runtime.internal.catalog;

/** Says where the files of relations are that nothing was said about. */
final class Tablespaces {

    /** The name of the database's own, as an expression. */
    static final String OF_DATABASE = """
            (SELECT t.spcname FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace
                WHERE d.datname = current_database())""";

    private Tablespaces() {}
}
