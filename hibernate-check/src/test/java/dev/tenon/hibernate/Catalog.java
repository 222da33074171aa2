package dev.tenon.hibernate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** The catalogs of a database as lines of text, without constraint names, which each tool derives differently. */
final class Catalog {

    private static final String COLUMNS = """
            SELECT format('%I.%I %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN ' NOT NULL' END,
                          CASE a.attidentity WHEN 'd' THEN ' IDENTITY' WHEN 'a' THEN ' IDENTITY ALWAYS' END)
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            """;

    private static final String CONSTRAINTS = """
            SELECT format('%s %s %s %s %s', r.conrelid::regclass,
                          CASE r.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'REFERENCES' END,
                          (SELECT string_agg(format('%s>%s', a.attname, b.attname), ',' ORDER BY a.attname)
                           FROM unnest(r.conkey, r.confkey) AS k(own, other)
                           JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = k.own
                           LEFT JOIN pg_attribute b ON b.attrelid = r.confrelid AND b.attnum = k.other),
                          nullif(r.confrelid, 0)::regclass, nullif(r.confdeltype, 'a'))
            FROM pg_constraint r
            WHERE r.contype IN ('p', 'u', 'f') AND r.connamespace = 'public'::regnamespace
            """;

    private static final String INDEXES = """
            SELECT format('INDEX %s %s %s', i.indrelid::regclass,
                          (SELECT string_agg(coalesce(a.attname, '?'), ',' ORDER BY a.attname)
                           FROM unnest(i.indkey) AS k(own)
                           LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.own),
                          pg_get_expr(i.indpred, i.indrelid))
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace
            """;

    private static final String CHECKS = """
            SELECT format('%s %s', r.conrelid::regclass, pg_get_constraintdef(r.oid))
            FROM pg_constraint r
            WHERE r.contype = 'c' AND r.connamespace = 'public'::regnamespace
            """;

    private static final String SEQUENCES = """
            SELECT format('sequence %s from %s by %s', s.seqrelid::regclass, s.seqstart, s.seqincrement)
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
            WHERE c.relnamespace = 'public'::regnamespace
            """;

    private static final String COMMENTS = """
            SELECT format('%s.%s %s', d.objoid::regclass, d.objsubid, d.description)
            FROM pg_description d JOIN pg_class c ON c.oid = d.objoid
            WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND c.relnamespace = 'public'::regnamespace
            """;

    private static final String ENUMS = """
            SELECT format('type %s %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
            FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
            WHERE t.typnamespace = 'public'::regnamespace
            GROUP BY t.typname
            """;

    private Catalog() {}

    /** The columns of all indexes, unique or not; Tenon has more of them than Hibernate. */
    static Set<String> indexes(Connection connection) throws SQLException {
        return read(connection, INDEXES);
    }

    /** All objects that both Tenon and Hibernate create, except plain indexes. */
    static Set<String> read(Connection connection) throws SQLException {
        return read(connection, COLUMNS, CONSTRAINTS, CHECKS, SEQUENCES, COMMENTS, ENUMS);
    }

    private static Set<String> read(Connection connection, String... queries) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1).strip());
                    }
                }
            }
        }
        return lines;
    }
}
