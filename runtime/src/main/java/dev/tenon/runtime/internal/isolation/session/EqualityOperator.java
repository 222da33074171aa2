package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema-qualified equality operator of a key type, so that name resolution finds no other operator. Extension
 * types have their own operators.
 */
final class EqualityOperator {

    private static final String SERVERS = "OPERATOR(pg_catalog.=)";

    private static final String OF_KEYS = """
            SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname)
            FROM pg_opclass c
            JOIN pg_am m ON m.oid = c.opcmethod
            JOIN pg_amop a ON a.amopfamily = c.opcfamily AND a.amoplefttype = c.opcintype
                AND a.amoprighttype = c.opcintype AND a.amopstrategy = 3
            JOIN pg_operator o ON o.oid = a.amopopr
            JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE m.amname = 'btree' AND c.opcdefault AND c.opcintype = to_regtype(?)""";

    private final ProbeSession session;
    private final Map<ColumnType, String> known = new HashMap<>();

    EqualityOperator(ProbeSession session) {
        this.session = session;
    }

    /** Returns the operator for values of the type. */
    String of(ColumnType type) throws SQLException {
        if (!(type instanceof ColumnType.UserDefined named)) {
            return SERVERS;
        }
        String found = known.get(type);
        if (found == null) {
            List<String> own = session.texts(OF_KEYS, Identifier.quote(named.name()));
            found = own.isEmpty() ? SERVERS : own.get(0);
            known.put(type, found);
        }
        return found;
    }
}
