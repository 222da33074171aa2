package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads constraints. Validated NOT NULL constraints (PostgreSQL 18) are read with the columns. The additional constraints that
 * PostgreSQL creates for the partitions of a referenced table are skipped, because they belong to the foreign key.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint</a>
 */
final class ConstraintReader {

    /** The names of the columns in an array of column numbers, in the order of the array. */
    private static final String COLUMNS = """
            ARRAY(SELECT (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = %s AND a.attnum = u.attnum)
                FROM unnest(%s) WITH ORDINALITY u(attnum, n) ORDER BY u.n)""";

    /**
     * Selects constraints on servers with and without the newer columns. On an older server, the name of a missing
     * column resolves to the row outside the subquery, which has the value that applies to all constraints of such a
     * server.
     */
    private static final String CONSTRAINTS = """
            CROSS JOIN (SELECT false AS conperiod, true AS conenforced) older
            CROSS JOIN LATERAL (SELECT *, conperiod AS period, conenforced AS enforced FROM pg_constraint
                WHERE conrelid = c.oid AND (contype IN ('p', 'u', 'c', 'f', 'x')
                    OR contype = 'n' AND NOT convalidated AND conislocal)) k
            """;

    /**
     * The constraints that the model does not contain: foreign keys to single partitions, {@code NO INHERIT}, and of
     * PostgreSQL 18 those that are not enforced, those over periods, and {@code NOT NULL} that is {@code NOT VALID}.
     */
    private static final String UNMODELLED =
            "k.contype = 'f' AND fc.relispartition OR k.contype = 'c' AND k.connoinherit OR k.contype = 'n'"
                    + " OR NOT k.enforced OR k.period";

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, k.conname, k.contype,
                %s AS columns, fn.nspname AS target_schema, fc.relname AS target_name, %s AS target_columns,
                k.confdeltype, %s AS set_columns, k.confupdtype, k.confmatchtype = 'f' AS match_full,
                k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
                pg_get_expr(k.conbin, k.conrelid) AS expression, i.indnullsnotdistinct,
                ic.reloptions, m2.description AS comment,
                CASE WHEN m2.description IS NOT NULL THEN
                    ARRAY[format('COMMENT ON CONSTRAINT %%I ON %%s IS NULL', k.conname, c.oid::regclass)] END AS comment_remedy,
                CASE WHEN %s THEN pg_get_constraintdef(k.oid) END AS reference,
                CASE WHEN %s THEN
                    ARRAY[format('ALTER TABLE %%s DROP CONSTRAINT %%I', c.oid::regclass, k.conname)] END AS reference_remedy,
                NOT i.indisvalid AND ic.relkind = 'I' AS divided_invalid,
                CASE WHEN NOT i.indisvalid AND ic.relkind = 'i' THEN 'an INVALID index' END AS valid,
                CASE WHEN NOT i.indisvalid AND ic.relkind = 'i' THEN ARRAY[format('REINDEX INDEX %%s%%s',
                    CASE WHEN k.contype <> 'x' THEN 'CONCURRENTLY ' END, ic.oid::regclass)] END AS valid_remedy,
                %s,
                k.conindid, m.amname AS method, pg_get_expr(i.indpred, i.indrelid) AS predicate,
                ARRAY(SELECT CASE pn.nspname WHEN 'pg_catalog' THEN p.oprname::text
                        ELSE format('OPERATOR(%%I.%%s)', pn.nspname, p.oprname) END
                    FROM unnest(k.conexclop) WITH ORDINALITY u(operator, n)
                    JOIN pg_operator p ON p.oid = u.operator JOIN pg_namespace pn ON pn.oid = p.oprnamespace
                    ORDER BY u.n) AS operators,
                k.oid IN (SELECT t.tgconstraint FROM pg_trigger t WHERE t.tgenabled = 'D') AS triggers_off
            FROM %s
            %s
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
            LEFT JOIN pg_description m2
                ON m2.objoid = k.oid AND m2.classoid = 'pg_constraint'::regclass AND m2.objsubid = 0
            LEFT JOIN pg_am m ON m.oid = ic.relam
            LEFT JOIN pg_class fc ON fc.oid = k.confrelid
            LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
            WHERE NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
            """.formatted(
                    COLUMNS.formatted("k.conrelid", "k.conkey"),
                    COLUMNS.formatted("k.confrelid", "k.confkey"),
                    COLUMNS.formatted("k.conrelid", "k.confdelsetcols"),
                    UNMODELLED,
                    UNMODELLED,
                    IndexReader.CLUSTERED,
                    TableReader.TABLES,
                    CONSTRAINTS);

    private static final Map<String, ForeignKeyAction> ACTIONS = Map.of(
            "a", ForeignKeyAction.NO_ACTION,
            "r", ForeignKeyAction.RESTRICT,
            "c", ForeignKeyAction.CASCADE,
            "n", ForeignKeyAction.SET_NULL,
            "d", ForeignKeyAction.SET_DEFAULT);

    private ConstraintReader() {}

    static TableMultimap<Constraint> read(
            CatalogQueries catalog,
            Collection<String> namespaces,
            Map<Long, IndexKeys> keys,
            Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Constraint> constraints = new TableMultimap<>();
        catalog.each(SQL, namespaces, row -> {
            if (row.optional("reference").isEmpty()) {
                IndexKeys index = keys.getOrDefault(row.oid("conindid"), IndexKeys.NONE);
                ConstraintIndex extras =
                        new ConstraintIndex(index.include(), IndexReader.parameters(row.texts("reloptions")));
                constraints.add(row.table(), constraint(row, index).withIndex(extras));
            }
            UnmodelledConstraint.report(row, ObjectPath.constraint(row.table(), row.text("conname")), unmodelled);
        });
        return constraints;
    }

    private static Constraint constraint(CatalogRow row, IndexKeys index) throws SQLException {
        String name = row.text("conname");
        String kind = row.text("contype");
        return switch (kind) {
            case "p" -> new Constraint.PrimaryKey(name, row.texts("columns"));
            case "u" ->
                new Constraint.Unique(name, row.texts("columns"), row.flag("indnullsnotdistinct"), deferrability(row));
            case "c" -> new Constraint.Check(name, row.text("expression"), row.flag("convalidated"));
            case "f" ->
                Constraint.ForeignKey.of(
                                name,
                                row.texts("columns"),
                                row.name("target").orElseThrow(),
                                row.texts("target_columns"))
                        .withOnDelete(action(row.text("confdeltype")), row.texts("set_columns"))
                        .withOnUpdate(action(row.text("confupdtype")))
                        .withMatch(row.flag("match_full") ? ForeignKeyMatch.FULL : ForeignKeyMatch.SIMPLE)
                        .withDeferrability(deferrability(row))
                        .withValidated(row.flag("convalidated"));
            case "x" ->
                new Constraint.Exclusion(
                        name,
                        row.text("method"),
                        elements(index.keys(), row.texts("operators")),
                        row.optional("predicate"),
                        deferrability(row));
            default -> throw new IllegalStateException("not a kind of constraint: " + kind);
        };
    }

    private static List<ExclusionElement> elements(List<IndexKey> keys, List<String> operators) {
        return IntStream.range(0, operators.size())
                .mapToObj(i -> new ExclusionElement(keys.get(i), operators.get(i)))
                .toList();
    }

    private static ForeignKeyAction action(String code) {
        ForeignKeyAction action = ACTIONS.get(code);
        if (action == null) {
            throw new IllegalStateException("not a foreign key action: " + code);
        }
        return action;
    }

    private static Deferrability deferrability(CatalogRow row) throws SQLException {
        if (!row.flag("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.flag("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.DEFERRABLE;
    }
}
