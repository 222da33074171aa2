package dev.tenon.schema.internal.sql.quote;

import java.util.Set;

/**
 * The key words of PostgreSQL 15 to 18 that cannot be used as a name everywhere, as {@code pg_get_keywords()} lists
 * them in all its categories except {@code U}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>
 */
final class ReservedKeywords {

    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
            case cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
            interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg
            json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
            localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
            only or order out outer overlaps overlay placing position precision primary real references returning right
            row select session_user setof similar smallint some substring symmetric system_user table tablesample then
            time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when
            where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
            xmlroot xmlserialize xmltable""".split("\\s+"));

    /** The key words of category {@code C}: they can name columns, but not functions and types. */
    private static final Set<String> NAMES_OF_COLUMNS = Set.of("""
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout
            int integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif
            numeric out overlay position precision real row setof smallint substring time timestamp treat trim values
            varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable""".strip().split("\\s+"));

    private ReservedKeywords() {}

    static boolean reserved(String word) {
        return RESERVED.contains(word);
    }

    /** Whether the word can be the name of a column without quotes, even where it is reserved elsewhere. */
    static boolean namesColumns(String word) {
        return !reserved(word) || NAMES_OF_COLUMNS.contains(word);
    }
}
