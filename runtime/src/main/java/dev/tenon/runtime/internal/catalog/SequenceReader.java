package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads sequences, except those of identity columns, which are read with the columns, and those of extensions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-sequence.html">pg_sequence</a>
 */
final class SequenceReader {

    private static final String SQL = """
            SELECT n.nspname AS sequence_schema, c.relname AS sequence_name,
                format_type(s.seqtypid, NULL) AS type,
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                tn.nspname AS owner_schema, t.relname AS owner_name, a.attname AS owner_column,
                u.persistence, CASE WHEN u.persistence IS NOT NULL THEN
                    ARRAY[format('ALTER SEQUENCE %s SET LOGGED', c.oid::regclass)] END AS persistence_remedy, m.description
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ANY (?)
            LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype = 'a'
            LEFT JOIN pg_class t ON t.oid = d.refobjid
            CROSS JOIN LATERAL (SELECT CASE WHEN c.relpersistence = 'u' AND t.relpersistence IS DISTINCT FROM 'u'
                THEN 'UNLOGGED' END AS persistence) u
            LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            LEFT JOIN pg_description m ON m.objoid = c.oid AND m.classoid = 'pg_class'::regclass AND m.objsubid = 0
            WHERE NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype IN ('e', 'i'))
            """;

    private static final UnmodelledAttribute PERSISTENCE =
            new UnmodelledAttribute("persistence", UnmodelledRepair.RepairPhase.LAST, "", false);

    private SequenceReader() {}

    static List<Sequence> read(
            CatalogQueries catalog, Collection<String> namespaces, GrantReader grants, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            QualifiedName name = row.name("sequence").orElseThrow();
            Optional<QualifiedName> table = row.name("owner");
            sequences.add(new Sequence(
                    name,
                    ColumnType.parse(row.text("type")),
                    options(row),
                    table.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Sequence.Owner(table.get(), row.text("owner_column"))),
                    grants.onRelation(name),
                    row.optional("description")));
            PERSISTENCE.report(row, ObjectPath.sequence(name), unmodelled);
        });
        return sequences;
    }

    /** Returns the options of the row's sequence. */
    static SequenceOptions options(CatalogRow row) throws SQLException {
        return new SequenceOptions(
                Optional.of(row.wide("seqstart")),
                row.wide("seqincrement"),
                Optional.of(row.wide("seqmin")),
                Optional.of(row.wide("seqmax")),
                row.wide("seqcache"),
                row.flag("seqcycle"));
    }
}
