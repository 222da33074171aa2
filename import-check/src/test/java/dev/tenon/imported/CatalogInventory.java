package dev.tenon.imported;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Everything that users created in a database, as the rows of all catalogs: no kind of object and no column of a catalog
 * is selected by hand. The server itself says which columns refer to other rows; these are replaced by the identity of
 * the referenced object, so that equal databases have equal inventories.
 */
final class CatalogInventory {

    /** The catalogs with rows of users, each with the address of the object that a row {@code o} describes. */
    private static final Map<String, String> CATALOGS = catalogs();

    /** What differs between equal databases: places on disk, statistics, numbers, and texts kept in parsed form. */
    private static final Set<String> IGNORED = Set.of(
            ("oid relfilenode relpages reltuples relallvisible relallfrozen relfrozenxid relminmxid relhassubclass reltoastrelid"
                            + " relhasindex relhasrules relhastriggers relhasoids relchecks relnatts attnum attcacheoff attbyval attalign attlen"
                            + " attinhcount tgoldtable indcheckxmin enumsortorder umid stxkeys conkey objsubid objoid"
                            + " refobjid tgconstraint tgparentid conparentid tgconstrindid partdefid tgdeferrable"
                            + " collversion subdbid subconninfo subskiplsn mapseqno coninhcount datfrozenxid attislocal typarray")
                    .split(" "));

    /** Texts that the server prints instead of the parsed form. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("adbin", "pg_get_expr(o.adbin, o.adrelid)"),
            Map.entry("relpartbound", "pg_get_expr(o.relpartbound, o.oid)"),
            Map.entry("conbin", "pg_get_constraintdef(o.oid)"),
            Map.entry("indexprs", "pg_get_indexdef(o.indexrelid)"),
            Map.entry("indpred", "NULL::text"),
            Map.entry("polqual", "pg_get_expr(o.polqual, o.polrelid)"),
            Map.entry("polwithcheck", "pg_get_expr(o.polwithcheck, o.polrelid)"),
            Map.entry("proargdefaults", "pg_get_function_arguments(o.oid)"),
            Map.entry("prosqlbody", "pg_get_function_sqlbody(o.oid)"),
            Map.entry("prqual", "pg_get_expr(o.prqual, o.prrelid)"),
            Map.entry("ev_qual", "NULL::text"),
            Map.entry("ev_action", "pg_get_ruledef(o.oid)"),
            Map.entry("stxexprs", "pg_get_statisticsobjdef(o.oid)"),
            Map.entry("tgqual", "CASE WHEN NOT o.tgisinternal THEN pg_get_triggerdef(o.oid) END"),
            Map.entry("tgname", "regexp_replace(o.tgname, '^(RI_ConstraintTrigger_._)\\d+$', '\\1')"),
            Map.entry("typdefaultbin", "pg_get_expr(o.typdefaultbin, 0)"),
            Map.entry("partexprs", "pg_get_partkeydef(o.partrelid)"),
            // Before PostgreSQL 17, a default has this value instead of null.
            Map.entry("attstattarget", "nullif(o.attstattarget, -1)"));

    private CatalogInventory() {}

    private static Map<String, String> catalogs() {
        Map<String, String> catalogs = new LinkedHashMap<>();
        ("pg_am pg_amop pg_amproc pg_cast pg_class pg_collation pg_constraint pg_conversion pg_default_acl pg_event_trigger"
                        + " pg_extension pg_foreign_data_wrapper pg_foreign_server pg_language pg_namespace pg_opclass"
                        + " pg_operator pg_opfamily pg_policy pg_proc pg_publication pg_publication_namespace"
                        + " pg_publication_rel pg_rewrite pg_statistic_ext pg_subscription pg_transform pg_trigger"
                        + " pg_ts_config pg_ts_dict pg_ts_parser pg_ts_template pg_type pg_user_mapping")
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .forEach(name -> catalogs.put(name, "'" + name + "'::regclass, o.oid, 0"));
        catalogs.put("pg_aggregate", "'pg_proc'::regclass, o.aggfnoid, 0");
        catalogs.put("pg_attrdef", "'pg_class'::regclass, o.adrelid, o.adnum");
        catalogs.put("pg_attribute", "'pg_class'::regclass, o.attrelid, o.attnum");
        catalogs.put("pg_description", "o.classoid, o.objoid, o.objsubid");
        catalogs.put("pg_enum", "'pg_type'::regclass, o.enumtypid, 0");
        catalogs.put("pg_foreign_table", "'pg_class'::regclass, o.ftrelid, 0");
        catalogs.put("pg_index", "'pg_class'::regclass, o.indexrelid, 0");
        catalogs.put("pg_inherits", "'pg_class'::regclass, o.inhrelid, 0");
        catalogs.put("pg_largeobject_metadata", "'pg_largeobject'::regclass, o.oid, 0");
        catalogs.put("pg_partitioned_table", "'pg_class'::regclass, o.partrelid, 0");
        catalogs.put("pg_range", "'pg_type'::regclass, o.rngtypid, 0");
        catalogs.put("pg_seclabel", "o.classoid, o.objoid, o.objsubid");
        catalogs.put("pg_sequence", "'pg_class'::regclass, o.seqrelid, 0");
        catalogs.put("pg_ts_config_map", "'pg_ts_config'::regclass, o.mapcfg, 0");
        return catalogs;
    }

    /**
     * A row of a catalog.
     *
     * @param catalog the catalog
     * @param object the kind and identity of the object that it describes
     * @param names its name, after the names of its schema and relation
     * @param table the table of an index, or the column of an identity sequence
     * @param content its columns
     */
    record Row(String catalog, String object, List<String> names, Optional<String> table, String content)
            implements Comparable<Row> {

        /** Whether the identity is that of the object, or that of an object which contains it. */
        boolean isNamed(String identity) {
            return IntStream.rangeClosed(Math.min(2, names.size()), names.size())
                            .mapToObj(n -> String.join(".", names.subList(0, n)))
                            .anyMatch(name -> identity.equals(name) || identity.endsWith(" " + name))
                    || table.filter(of -> identity.endsWith(" " + of)
                                    || identity.endsWith(of + "." + names.get(names.size() - 1)))
                            .isPresent()
                    || identity.endsWith(object)
                    || object.endsWith(identity);
        }

        @Override
        public int compareTo(Row other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Reads all rows of users. */
    static Set<Row> of(Connection connection) throws SQLException {
        Set<Row> rows = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO pg_catalog");
            for (Map.Entry<String, String> catalog : CATALOGS.entrySet()) {
                String sql = sql(statement, catalog.getKey(), catalog.getValue());
                try (ResultSet found = statement.executeQuery(sql)) {
                    while (found.next()) {
                        rows.add(new Row(
                                catalog.getKey(),
                                found.getString(1),
                                List.of((String[]) found.getArray(2).getArray()),
                                Optional.ofNullable(found.getString(3)),
                                found.getString(4)));
                    }
                }
            }
            statement.execute("RESET search_path");
        }
        return rows;
    }

    private static String sql(Statement statement, String catalog, String address) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT a.attname, a.atttypid::regtype::text AS type, k.pktable::text AS target, k.is_array
                FROM pg_attribute a
                LEFT JOIN pg_get_catalog_foreign_keys() k ON k.fktable = a.attrelid
                    AND k.fkcols[cardinality(k.fkcols)] = a.attname::text
                WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY a.attname, cardinality(k.fkcols)""".formatted(catalog))) {
            String before = "";
            while (found.next()) {
                String name = found.getString("attname");
                if (!IGNORED.contains(name) && !name.equals(before)) {
                    columns.add("'%s', %s"
                            .formatted(
                                    name,
                                    value(
                                            name,
                                            found.getString("type"),
                                            found.getString("target"),
                                            found.getBoolean("is_array"))));
                }
                before = name;
            }
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += 40) {
            parts.add("jsonb_build_object("
                    + String.join(", ", columns.subList(from, Math.min(from + 40, columns.size()))) + ")");
        }
        return """
                SELECT i.type || ' ' || i.identity, a.object_names || a.object_args,
                    (SELECT ti.identity FROM (SELECT indexrelid, indrelid, 0 AS part FROM pg_index UNION ALL
                            SELECT objid, refobjid, refobjsubid FROM pg_depend WHERE classid = 1259 AND refclassid = 1259
                                AND deptype = 'i' AND refobjsubid > 0) x CROSS JOIN LATERAL pg_identify_object(d.class, x.indrelid, x.part) ti
                        WHERE x.indexrelid = d.object AND d.class = 'pg_class'::regclass), jsonb_strip_nulls(%s)::text
                FROM (SELECT * FROM %s OFFSET 0) o CROSS JOIN LATERAL (SELECT %s) d(class, object, part)
                CROSS JOIN LATERAL pg_identify_object(d.class, d.object, d.part) i
                CROSS JOIN LATERAL pg_identify_object_as_address(d.class, d.object, d.part) a
                WHERE %s AND coalesce(i.schema, '') !~ '^(pg_.*|information_schema|tenon)$'
                    AND i.identity !~ '^(pg_toast|pg_temp|information_schema|tenon)\\M'
                    AND NOT EXISTS (SELECT FROM pg_depend e
                        WHERE e.classid = d.class AND e.objid = d.object AND e.deptype = 'e' AND '%s' <> 'pg_extension')
                """.formatted(String.join(" || ", parts), catalog, address, ofUsers(catalog), catalog);
    }

    private static String ofUsers(String catalog) {
        return switch (catalog) {
            case "pg_attribute" ->
                "d.object >= 16384 AND o.attnum > 0 AND NOT o.attisdropped"
                        + " AND o.attrelid IN (SELECT oid FROM pg_class WHERE relkind NOT IN ('t', 'S', 'i', 'I')"
                        + " OR relkind IN ('i', 'I') AND (o.attstattarget > -1 OR o.attoptions IS NOT NULL))";
            case "pg_class" -> "d.object >= 16384 AND o.relkind <> 't'";
            case "pg_description" ->
                "(d.object >= 16384 OR o.classoid IN ('pg_namespace'::regclass)"
                        + " AND o.description !~ '^(standard public|reserved schema|system catalog)')";
            case "pg_namespace" -> "(d.object >= 16384 OR o.nspname = 'public')";
            case "pg_extension" -> "o.extname <> 'plpgsql'";
            case "pg_type" -> "d.object >= 16384 AND (o.typelem = 0 OR o.typtype <> 'b' OR o.typarray <> 0)";
            case "pg_trigger" -> "d.object >= 16384 AND (NOT o.tgisinternal OR o.tgenabled <> 'O')";
            // NOT NULL is a property of columns, whose constraints have names that say nothing.
            case "pg_constraint" -> "d.object >= 16384";
            case "pg_subscription" -> "o.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())";
            default -> "d.object >= 16384";
        };
    }

    private static String value(String column, String type, String target, boolean isArray) {
        if (TEXTS.containsKey(column)) {
            return TEXTS.get(column);
        }
        if (type.toLowerCase(Locale.ROOT).equals("aclitem[]")) {
            return "(SELECT string_agg(a, ',' ORDER BY a) FROM (SELECT unnest(%s)::text AS a) u)"
                    .formatted(acl(column));
        }
        if (target == null) {
            return "o." + column;
        }
        String named = target.equals("pg_attribute")
                ? "NULL::text"
                : target.equals("pg_authid")
                        ? "CASE u.id WHEN 0 THEN 'public' ELSE pg_get_userbyid(u.id)::text END"
                        : ("(SELECT CASE WHEN '%s' = 'pg_class' AND r.identity ~ '^pg_toast' THEN 'toast' ELSE r.identity END"
                                        + " FROM pg_identify_object('%s'::regclass, u.id, 0) r WHERE u.id <> 0)")
                                .formatted(target, target);
        return isArray
                ? "(SELECT jsonb_agg(%s ORDER BY u.n) FROM unnest(o.%s::oid[]) WITH ORDINALITY u(id, n))"
                        .formatted(named, column)
                : "(SELECT %s FROM (SELECT o.%s::oid AS id) u)".formatted(named, column);
    }

    /** No list means the usual privileges. */
    private static String acl(String column) {
        return switch (column) {
            case "relacl" ->
                "coalesce(o.relacl, acldefault(CASE o.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r' END, o.relowner))";
            case "nspacl" -> "coalesce(o.nspacl, acldefault('n', o.nspowner))";
            case "proacl" -> "coalesce(o.proacl, acldefault('f', o.proowner))";
            case "typacl" -> "coalesce(o.typacl, acldefault('T', o.typowner))";
            case "fdwacl" -> "coalesce(o.fdwacl, acldefault('F', o.fdwowner))";
            case "srvacl" -> "coalesce(o.srvacl, acldefault('S', o.srvowner))";
            case "lanacl" -> "coalesce(o.lanacl, acldefault('l', o.lanowner))";
            default -> "o." + column;
        };
    }
}
