package dev.tenon.schema.internal.sql;

import dev.tenon.schema.ColumnStorage.Strategy;
import dev.tenon.schema.ColumnType;
import java.util.Set;

/**
 * The default storage strategy of a type. PostgreSQL 15 has no {@code STORAGE DEFAULT} yet.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-type.html">pg_type.typstorage</a>
 */
public final class TypeStorage {

    private static final Set<String> PLAIN = Set.of("""
            bigint, boolean, box, cid, circle, date, "char", double precision, integer, interval, line, lseg, \
            macaddr, macaddr8, money, name, oid, pg_lsn, point, real, regclass, regcollation, regconfig, \
            regdictionary, regnamespace, regoper, regoperator, regproc, regprocedure, regrole, regtype, smallint, \
            tid, time, timestamp, timestamptz, timetz, tsquery, uuid, xid, xid8""".split(", ", -1));

    private static final Set<String> MAIN = Set.of("cidr", "inet", "numeric");

    private static final Set<String> EXTERNAL = Set.of("vector", "halfvec", "sparsevec");

    private TypeStorage() {}

    /** The strategy of the type; user-defined types are assumed to have values of variable length. */
    public static Strategy ofType(ColumnType type) {
        if (type instanceof ColumnType.Builtin builtin) {
            if (PLAIN.contains(builtin.name())) {
                return Strategy.PLAIN;
            }
            return MAIN.contains(builtin.name()) ? Strategy.MAIN : Strategy.EXTENDED;
        }
        boolean vector = type instanceof ColumnType.UserDefined named
                && EXTERNAL.contains(named.name().name());
        return vector ? Strategy.EXTERNAL : Strategy.EXTENDED;
    }
}
