package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.runtime.internal.session.MigratingSetting;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds users' row triggers that a step in batches, or a move of rows between partitions, will fire. Triggers of Tenon, those of foreign keys, and those whose
 * condition reads the setting of migrating sessions are not among them.
 */
final class RowTriggerSearch {

    private static final String TRIGGERS = """
            WITH RECURSIVE tree AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT inhrelid FROM pg_catalog.pg_inherits JOIN tree ON inhparent = relation)
            SELECT DISTINCT t.tgname::text FROM tree JOIN pg_catalog.pg_trigger t ON t.tgrelid = relation
            WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgname !~ '^.{0,3}~tenon_|^~tenant_fill$'
                AND t.tgtype & 1 = 1
                AND t.tgtype & CASE WHEN ?::boolean THEN 8 ELSE 16 END <> 0
                AND (cardinality(t.tgattr::int2[]) = 0 OR EXISTS (
                    SELECT FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = relation AND a.attname = ? AND a.attnum = ANY (t.tgattr::int2[])))
                AND NOT coalesce(pg_catalog.pg_get_triggerdef(t.oid) LIKE '%' || ? || '%', false)
            ORDER BY 1""";

    private final List<WrittenTable> written = new ArrayList<>();
    private final Set<QualifiedName> tables = new HashSet<>();

    /** Notes the next statement. */
    void accept(PendingStatement next, StatementShape shape, StepMode mode) {
        boolean many = mode == StepMode.BATCHES && shape.kind() == StatementShape.Kind.ROWS;
        if (many || shape.kind() == StatementShape.Kind.MOVED_ROWS) {
            written.add(WrittenTable.of(next, shape.table().orElseThrow()));
        }
    }

    /** Returns an event for each step that fires triggers. */
    List<MigrationEvent.TriggersFire> events(Connection connection) throws SQLException {
        List<MigrationEvent.TriggersFire> events = new ArrayList<>();
        for (WrittenTable next : written) {
            List<String> names = EffectQuery.column(
                    connection,
                    TRIGGERS,
                    next.sql(),
                    Boolean.toString(next.isDelete()),
                    next.column(),
                    MigratingSetting.NAME);
            if (!names.isEmpty()) {
                tables.add(next.table());
                events.add(new MigrationEvent.TriggersFire(next.statement().step(), next.table(), names));
            }
        }
        return events;
    }

    /** Returns the tables of these steps. */
    Set<QualifiedName> tables() {
        return tables;
    }
}
