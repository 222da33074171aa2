package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that a table inherits from, or whose partition it is, and those that inherit from it.
 *
 * @param above the tables whose changes change this table, too; this table included
 * @param below the tables that its changes change, too; this table included
 */
record TableFamily(Set<QualifiedName> above, Set<QualifiedName> below) {

    private static final String RELATIVES = """
            WITH RECURSIVE above AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT inhparent FROM pg_catalog.pg_inherits JOIN above ON inhrelid = relation),
            below AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT inhrelid FROM pg_catalog.pg_inherits JOIN below ON inhparent = relation)
            SELECT direction || pg_catalog.format('%I.%I', nspname, relname)
            FROM (SELECT 'a', relation FROM above UNION ALL SELECT 'b', relation FROM below) AS family (direction, relation)
            JOIN pg_catalog.pg_class c ON c.oid = relation
            JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace""";

    static TableFamily of(QualifiedName table, Connection connection) throws SQLException {
        String name = Identifier.quote(table);
        List<String> found = EffectQuery.column(connection, RELATIVES, name, name);
        return new TableFamily(parse("a", found), parse("b", found));
    }

    private static Set<QualifiedName> parse(String direction, List<String> found) {
        return found.stream()
                .filter(name -> name.startsWith(direction))
                .map(name -> NameParser.parse(name.substring(1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
