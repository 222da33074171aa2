package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds pending statements that update or delete rows of a published table without replica identity, which the server
 * refuses for the table and each of its partitions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/logical-replication-publication.html">Publication</a>
 */
final class ReplicaIdentityCheck {

    private static final String UNIDENTIFIED = """
            WITH RECURSIVE tree AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT inhrelid FROM pg_catalog.pg_inherits JOIN tree ON inhparent = relation),
            published AS (
                SELECT c.oid FROM tree JOIN pg_catalog.pg_class c ON c.oid = relation
                WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND EXISTS (
                    SELECT FROM pg_catalog.pg_publication p
                    WHERE CASE WHEN ?::boolean THEN p.pubdelete ELSE p.pubupdate END AND (p.puballtables OR EXISTS (
                        SELECT FROM (
                            SELECT c.oid UNION ALL SELECT relid FROM pg_catalog.pg_partition_ancestors(c.oid)
                        ) AS member (relation)
                        JOIN pg_catalog.pg_class m ON m.oid = member.relation
                        WHERE EXISTS (
                                SELECT FROM pg_catalog.pg_publication_rel WHERE prpubid = p.oid AND prrelid = m.oid)
                            OR EXISTS (
                                SELECT FROM pg_catalog.pg_publication_namespace
                                WHERE pnpubid = p.oid AND pnnspid = m.relnamespace)))))
            SELECT c.oid::regclass::text FROM published JOIN pg_catalog.pg_class c USING (oid)
            WHERE c.relreplident <> 'f' AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = c.oid AND i.indisvalid AND i.indimmediate
                    AND (c.relreplident = 'd' AND i.indisprimary OR c.relreplident = 'i' AND i.indisreplident))
            ORDER BY c.oid LIMIT 1""";

    private final List<WrittenTable> written = new ArrayList<>();
    private final Set<String> identified = new HashSet<>();
    private boolean publicationsChange;

    /** Notes the next statement. */
    void accept(PendingStatement next, StatementShape shape) {
        if (shape.kind() == StatementShape.Kind.NEUTRAL || shape.kind() == StatementShape.Kind.COLUMNS) {
            Set<String> words = SqlWords.of(next.text());
            publicationsChange |= words.contains("publication");
            if (words.contains("replica") || words.contains("primary")) {
                identified.addAll(words);
            }
        } else if (shape.kind() == StatementShape.Kind.OPAQUE) {
            publicationsChange = true;
        } else if (shape.writesRowsOfTable() && !next.first() && !publicationsChange) {
            QualifiedName table = shape.table().orElseThrow();
            if (!SqlWords.mayContain(identified, table.name())) {
                written.add(WrittenTable.of(next, table));
            }
        }
    }

    /** Returns a fault for each table. */
    List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (WrittenTable table : written) {
            if (asked.add(table.sql() + table.isDelete())) {
                EffectQuery.column(connection, UNIDENTIFIED, table.sql(), Boolean.toString(table.isDelete()))
                        .forEach(relation -> faults.add(fault(table, relation)));
            }
        }
        return faults;
    }

    private static Fault fault(WrittenTable written, String relation) {
        return written.statement()
                .fault(
                        FaultCode.NO_REPLICA_IDENTITY,
                        0,
                        "table " + relation + " has no replica identity, but a publication publishes its "
                                + (written.isDelete() ? "deletes" : "updates")
                                + ", so the server will refuse a statement",
                        "run ALTER TABLE " + relation
                                + " REPLICA IDENTITY FULL (or USING INDEX with a unique index over"
                                + " columns that are NOT NULL), or remove the table from the publication; then run"
                                + " migrate again");
    }
}
