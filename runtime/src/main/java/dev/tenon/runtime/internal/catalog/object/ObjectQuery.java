package dev.tenon.runtime.internal.catalog.object;

/**
 * Asks the catalogs for objects of one kind that are known by their SQL alone. Each row has where the object is ({@code schema},
 * {@code relation}, {@code name} and the types of its {@code arguments}), the statements that {@code create} and {@code drop} it,
 * its {@code state} where that is not the usual one, and how {@code create} says where it is made: in {@code place}, which comes
 * first, and in {@code tail}, which comes last. Where {@code create} is null, no statement says all of the object.
 *
 * @param catalog the catalog whose rows are the objects, called {@code o}
 * @param name the column that has the name
 * @param sql the query up to its conditions
 * @param listed a condition on what is listed without being asked for
 */
record ObjectQuery(String catalog, String name, String sql, String listed) {

    /** What is made in the schema of temporary objects is printed alike, whatever the session. */
    private static final String NAMESPACES =
            "(SELECT oid, CASE WHEN oid = pg_my_temp_schema() THEN 'pg_temp' ELSE nspname END"
                    + " AS nspname FROM pg_namespace)";

    private static final String MADE_BY_PEOPLE = """
             AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = '%s'::regclass AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 1, 2, 3, 5""";

    /** A query whose objects are all listed. */
    ObjectQuery(String catalog, String name, String sql) {
        this(catalog, name, sql.replace("NAMESPACES", NAMESPACES), "true");
    }

    ObjectQuery listedIf(String condition) {
        return new ObjectQuery(catalog, name, sql, condition);
    }

    /** All that people made in some schemas; what is in none is listed with {@code public}. */
    String inSchemas() {
        String schema = sql.contains(NAMESPACES) ? "n.nspname" : "'public'";
        return sql + " AND " + listed + " AND " + schema + " = ANY (?)" + MADE_BY_PEOPLE.formatted(catalog);
    }

    /** All that have some names, whatever schemas they are in. */
    String named() {
        return sql + " AND " + name + " = ANY (?)";
    }
}
