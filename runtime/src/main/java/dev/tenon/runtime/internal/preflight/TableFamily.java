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
            WITH RECURSIVE family AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT %s FROM pg_catalog.pg_inherits JOIN family ON %s = relation)
            SELECT pg_catalog.format('%%I.%%I', nspname, relname)
            FROM family JOIN pg_catalog.pg_class c ON c.oid = relation
            JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace""";

    private static final String ABOVE = RELATIVES.formatted("inhparent", "inhrelid");
    private static final String BELOW = RELATIVES.formatted("inhrelid", "inhparent");

    static TableFamily of(QualifiedName table, Connection connection) throws SQLException {
        return new TableFamily(
                parse(EffectQuery.column(connection, ABOVE, Identifier.quote(table))),
                parse(EffectQuery.column(connection, BELOW, Identifier.quote(table))));
    }

    private static Set<QualifiedName> parse(List<String> names) {
        return names.stream().map(NameParser::parse).collect(Collectors.toUnmodifiableSet());
    }
}
