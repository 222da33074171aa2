package dev.tenon.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells by one query whether anything has changed in the catalogs that {@link CatalogReader} and its like read. Whoever
 * changes a row of a catalog writes a new version of it, at another place or by another transaction; so for each catalog, how
 * many rows there are and the sum of hashes of place and transaction are the same only if the rows are. What the server writes
 * in place, as its statistics, is no change. A change within two other ones that add up to the same sum has a chance of one in
 * 2<sup>64</sup>.
 *
 * <p>Temporary relations, of which an application may make many, are left out. All names are qualified, so that it means the
 * same under any search path.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>
 */
public final class CatalogFingerprint {

    private static final String VERSION_OF_ROW = "ROW(c.ctid, c.xmin)";

    private static final String TEMPORARY_NAMESPACES =
            "ARRAY(SELECT oid FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.~) '^pg_(toast_)?temp_')";

    private static final String TEMPORARY_RELATIONS =
            "ARRAY(SELECT oid FROM pg_catalog.pg_class WHERE relpersistence OPERATOR(pg_catalog.=) 't')";

    private CatalogFingerprint() {}

    /** The query's expression, a text. It can be read by everybody. */
    public static String sql() {
        List<String> parts = new ArrayList<>();
        parts.add("pg_catalog.current_setting('server_version_num')");
        byNamespace().forEach((catalog, column) -> parts.add(part(catalog, outside(column, TEMPORARY_NAMESPACES))));
        byRelation().forEach((catalog, column) -> parts.add(part(catalog, outside(column, TEMPORARY_RELATIONS))));
        whole().forEach(catalog -> parts.add(part(catalog, "true")));
        parts.add(part(
                "pg_depend",
                outside("objid", TEMPORARY_RELATIONS)
                        + " AND (c.deptype OPERATOR(pg_catalog.=) 'e' OR c.classid OPERATOR(pg_catalog.=) 1259"
                        + " AND c.refclassid OPERATOR(pg_catalog.=) 1259)"));
        // What lies under this view only superusers may read.
        parts.add(hash("pg_roles", "ROW(c.*)", "true"));
        return "pg_catalog.concat_ws(' ', " + String.join(", ", parts) + ")";
    }

    /** The catalogs whose rows belong to a schema, each with the column that says which. */
    private static SortedMap<String, String> byNamespace() {
        SortedMap<String, String> catalogs = new TreeMap<>();
        catalogs.put("pg_class", "relnamespace");
        catalogs.put("pg_collation", "collnamespace");
        catalogs.put("pg_constraint", "connamespace");
        catalogs.put("pg_namespace", "oid");
        catalogs.put("pg_opclass", "opcnamespace");
        catalogs.put("pg_operator", "oprnamespace");
        catalogs.put("pg_proc", "pronamespace");
        catalogs.put("pg_statistic_ext", "stxnamespace");
        catalogs.put("pg_ts_config", "cfgnamespace");
        catalogs.put("pg_ts_dict", "dictnamespace");
        catalogs.put("pg_type", "typnamespace");
        return catalogs;
    }

    /** The catalogs whose rows belong to a relation, each with the column that says which. */
    private static SortedMap<String, String> byRelation() {
        SortedMap<String, String> catalogs = new TreeMap<>();
        catalogs.put("pg_attrdef", "adrelid");
        catalogs.put("pg_attribute", "attrelid");
        catalogs.put("pg_description", "objoid");
        catalogs.put("pg_index", "indexrelid");
        catalogs.put("pg_inherits", "inhrelid");
        catalogs.put("pg_partitioned_table", "partrelid");
        catalogs.put("pg_policy", "polrelid");
        catalogs.put("pg_rewrite", "ev_class");
        catalogs.put("pg_sequence", "seqrelid");
        catalogs.put("pg_trigger", "tgrelid");
        return catalogs;
    }

    private static List<String> whole() {
        return List.of(
                "pg_aggregate",
                "pg_am",
                "pg_auth_members",
                "pg_cast",
                "pg_enum",
                "pg_event_trigger",
                "pg_extension",
                "pg_publication",
                "pg_publication_namespace",
                "pg_publication_rel",
                "pg_range",
                "pg_tablespace");
    }

    /** The fingerprint of a table's rows, a text: how many there are, and the sum of the hashes of their versions. */
    public static String rows(String table) {
        return "(SELECT pg_catalog.concat(pg_catalog.count(*), ':', pg_catalog.sum(pg_catalog.hash_record_extended("
                + VERSION_OF_ROW + ", 0))) FROM " + table + " c)";
    }

    private static String part(String catalog, String condition) {
        return hash(catalog, VERSION_OF_ROW, condition);
    }

    private static String hash(String catalog, String what, String condition) {
        return "(SELECT pg_catalog.concat('" + catalog + "=', pg_catalog.count(*), ':',"
                + " pg_catalog.sum(pg_catalog.hash_record_extended(" + what + ", 0))) FROM pg_catalog." + catalog
                + " c WHERE " + condition + ")";
    }

    private static String outside(String column, String temporary) {
        return "c." + column + " OPERATOR(pg_catalog.<>) ALL (" + temporary + ")";
    }
}
