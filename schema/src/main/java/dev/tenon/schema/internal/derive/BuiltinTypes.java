package dev.tenon.schema.internal.derive;

import java.util.Set;

/**
 * The types of {@code pg_catalog} that a column may have, by the short names that the model uses.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public final class BuiltinTypes {

    private static final Set<String> NAMES = Set.of("""
            "char", bigint, bpchar, bit, boolean, box, bytea, char, cid, cidr, circle, date, datemultirange, daterange, \
            double precision, inet, int4multirange, int4range, int8multirange, int8range, integer, interval, \
            interval year, interval month, interval day, interval hour, interval minute, interval second, \
            interval year to month, interval day to hour, interval day to minute, interval day to second, \
            interval hour to minute, interval hour to second, interval minute to second, json, \
            jsonb, jsonpath, line, lseg, macaddr, macaddr8, money, name, nummultirange, numrange, numeric, oid, path, \
            pg_lsn, pg_snapshot, point, polygon, real, refcursor, regclass, regcollation, regconfig, regdictionary, \
            regnamespace, regoper, regoperator, regproc, regprocedure, regrole, regtype, smallint, text, tid, time, \
            timestamp, timestamptz, timetz, tsmultirange, tsquery, tsrange, tstzmultirange, tstzrange, tsvector, \
            txid_snapshot, uuid, varbit, varchar, xid, xid8, xml""".split(", ", -1));

    private BuiltinTypes() {}

    /** Whether there is such a type, on PostgreSQL 15 and all later ones. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
