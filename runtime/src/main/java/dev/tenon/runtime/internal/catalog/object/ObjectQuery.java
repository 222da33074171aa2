package dev.tenon.runtime.internal.catalog.object;

/**
 * Queries the catalogs for SQL-defined objects of one kind. Each row contains the object's {@code oid}, its place ({@code
 * schema}, {@code relation}, {@code name} and the types of its {@code arguments}), its {@code create} and {@code drop}
 * statements, its {@code state} if that is not the default, and the text in {@code create} that names the place: {@code
 * place}, the first occurrence, and {@code tail}, the last one. {@code create} is null if no single statement describes
 * the whole object.
 *
 * @param catalog the catalog of the objects, with the alias {@code o}
 * @param name the column with the name
 * @param sql the query without its conditions
 * @param listed a condition for the objects that {@code import} lists
 */
record ObjectQuery(String catalog, String name, String sql, String listed) {

    /** Prints the session's temporary schema as {@code pg_temp}, so that the text does not depend on the session. */
    private static final String NAMESPACES =
            "(SELECT oid, CASE WHEN oid = pg_my_temp_schema() THEN 'pg_temp' ELSE nspname END"
                    + " AS nspname FROM pg_namespace)";

    private static final String MADE_BY_PEOPLE = """
             AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = '%s'::regclass AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 2, 3, 4, 6""";

    /** Creates a query whose objects are all listed. */
    ObjectQuery(String catalog, String name, String sql) {
        this(
                catalog,
                name,
                "SELECT o.oid::text AS oid, "
                        + sql.substring("SELECT ".length()).replace("NAMESPACES", NAMESPACES),
                "true");
    }

    ObjectQuery listedIf(String condition) {
        return new ObjectQuery(catalog, name, sql, condition);
    }

    /** Returns this query, which lists its objects with another text. */
    ObjectQuery listedWith(String part, String other) {
        return new ObjectQuery(catalog, name, sql.replace(part, other), listed);
    }

    /**
     * Returns a query for all user objects in some schemas; objects without a schema are listed with {@code public}.
     */
    String inSchemas() {
        String schema = sql.contains(NAMESPACES) ? "n.nspname" : "'public'";
        return sql + " AND " + listed + " AND " + schema + " = ANY (?)" + MADE_BY_PEOPLE.formatted(catalog);
    }

    /** Returns a query for all objects with some names, in any schema. */
    String named() {
        return sql + " AND " + name + " = ANY (?)";
    }
}
