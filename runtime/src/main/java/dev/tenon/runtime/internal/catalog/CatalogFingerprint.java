package dev.tenon.runtime.internal.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Detects with one query whether a catalog changed that {@link CatalogReader} and related readers read. A change of a
 * row writes a new row version, with another {@code ctid} or {@code xmin}. So the number of rows and the sum of the
 * hashes of {@code ctid} and {@code xmin} change with each catalog. In-place updates, such as those of statistics, do
 * not count as changes. Two different states have the same sum with a probability of one in 2<sup>64</sup>.
 *
 * <p>Temporary relations are excluded, because an application may create many. All names are qualified, so the query
 * does not depend on the search path.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>
 */
public final class CatalogFingerprint {

    private static final String VERSION_OF_ROW = "ROW(c.ctid, c.xmin)";

    private static final String TEMPORARY_NAMESPACES =
            "ARRAY(SELECT oid FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.~) '^pg_(toast_)?temp_')";

    private static final String TEMPORARY_RELATIONS =
            "ARRAY(SELECT oid FROM pg_catalog.pg_class WHERE relpersistence OPERATOR(pg_catalog.=) 't')";

    /** The catalogs whose rows belong to a schema, each with the column that contains the schema's OID. */
    private static final List<String> BY_NAMESPACE = List.of(
            "pg_class.relnamespace",
            "pg_collation.collnamespace",
            "pg_constraint.connamespace",
            "pg_namespace.oid",
            "pg_opclass.opcnamespace",
            "pg_operator.oprnamespace",
            "pg_proc.pronamespace",
            "pg_statistic_ext.stxnamespace",
            "pg_ts_config.cfgnamespace",
            "pg_ts_dict.dictnamespace",
            "pg_ts_parser.prsnamespace",
            "pg_ts_template.tmplnamespace",
            "pg_type.typnamespace");

    /** The catalogs whose rows belong to a relation, each with the column that contains the relation's OID. */
    private static final List<String> BY_RELATION = List.of(
            "pg_attrdef.adrelid",
            "pg_attribute.attrelid",
            "pg_description.objoid",
            "pg_index.indexrelid",
            "pg_inherits.inhrelid",
            "pg_partitioned_table.partrelid",
            "pg_policy.polrelid",
            "pg_rewrite.ev_class",
            "pg_sequence.seqrelid",
            "pg_trigger.tgrelid");

    private static final List<String> WHOLE = List.of(
            "pg_aggregate",
            "pg_am",
            "pg_amop",
            "pg_amproc",
            "pg_auth_members",
            "pg_cast",
            "pg_conversion",
            "pg_default_acl",
            "pg_enum",
            "pg_event_trigger",
            "pg_extension",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_foreign_table",
            "pg_language",
            "pg_largeobject_metadata",
            "pg_opfamily",
            "pg_publication",
            "pg_publication_namespace",
            "pg_publication_rel",
            "pg_range",
            "pg_seclabel",
            "pg_tablespace",
            "pg_transform",
            "pg_ts_config_map");

    private CatalogFingerprint() {}

    /** Returns the query as an expression of type text. Every role may read its catalogs. */
    public static String sql() {
        List<String> parts = new ArrayList<>();
        parts.add("pg_catalog.current_setting('server_version_num')");
        BY_NAMESPACE.forEach(column -> parts.add(part(column, TEMPORARY_NAMESPACES)));
        BY_RELATION.forEach(column -> parts.add(part(column, TEMPORARY_RELATIONS)));
        WHOLE.forEach(catalog -> parts.add(hash(catalog, VERSION_OF_ROW, "true")));
        parts.add(hash(
                "pg_depend",
                VERSION_OF_ROW,
                outside("objid", TEMPORARY_RELATIONS)
                        + " AND (c.deptype OPERATOR(pg_catalog.=) 'e' OR c.classid OPERATOR(pg_catalog.=) 1259"
                        + " AND c.refclassid OPERATOR(pg_catalog.=) 1259)"));
        parts.add(
                hash("pg_database", VERSION_OF_ROW, "c.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()"));
        // Only superusers may read the column with the connection, and so the row's version.
        parts.add(hash("pg_subscription", "ROW(c.oid, c.subname, c.subowner, c.subpublications)", "true"));
        parts.add(hash("pg_user_mappings", "ROW(c.umid, c.srvid, c.umuser)", "true"));
        // Only superusers may read the catalog under this view.
        parts.add(hash("pg_roles", "ROW(c.*)", "true"));
        return "pg_catalog.concat_ws(' ', " + String.join(", ", parts) + ")";
    }

    /**
     * Returns an expression of type text for the fingerprint of a table's rows: their number, and the sum of the hashes
     * of their versions.
     */
    public static String rows(String table) {
        return "(SELECT pg_catalog.concat(pg_catalog.count(*), ':', pg_catalog.sum(pg_catalog.hash_record_extended("
                + VERSION_OF_ROW + ", 0))) FROM " + table + " c)";
    }

    private static String part(String column, String temporary) {
        int dot = column.indexOf('.');
        return hash(column.substring(0, dot), VERSION_OF_ROW, outside(column.substring(dot + 1), temporary));
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
