package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.runtime.internal.effect.RowMoveStatement;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds rows of the default partition that belong to a new partition but cannot move there. The statement that moves
 * rows is safe without this check, but would fail when earlier steps are committed.
 */
final class DefaultPartitionCheck {

    private static final StatementPattern DROP =
            new StatementPattern("alter table(?: if exists)?(?: only)? (?!if\\b|only\\b)<name> drop constraint");

    /** A foreign key to a partitioned table references each partition, too, by constraints below its own. */
    private static final String REFERENCES = """
            SELECT conname, conrelid::pg_catalog.regclass::text FROM pg_catalog.pg_constraint
            WHERE contype = 'f' AND conparentid = 0 AND confrelid IN (
                SELECT relid FROM pg_catalog.pg_partition_ancestors(to_regclass(?)))
            ORDER BY 2, 1""";

    private static final String COLUMNS = """
            SELECT attname, attnum FROM pg_catalog.pg_attribute
            WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum""";

    private static final String UNCHECKED = """
            SELECT conname, pg_catalog.pg_get_expr(conbin, conrelid) FROM pg_catalog.pg_constraint
            WHERE contype = 'c' AND NOT convalidated AND conrelid = to_regclass(?) ORDER BY 1""";

    private static final String SETTINGS = "SET LOCAL lock_timeout = 500; SET LOCAL statement_timeout = 0; "
            + SearchPath.SET_FOR_MIGRATIONS_LOCALLY + "; SET LOCAL transaction_read_only = on";

    private final List<Move> moves = new ArrayList<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    /** A pending move, with the words of the constraints that are dropped before it and the columns that change. */
    private record Move(
            PendingStatement statement, RowMoveStatement rows, Set<String> dropped, Set<String> changed) {

        String from() {
            return Identifier.quote(rows.from());
        }

        Fault fault(String reason, String remedy) {
            return statement.fault(
                    FaultCode.ROWS_CANNOT_MOVE,
                    0,
                    "default partition " + rows.from() + " has rows of new partition " + rows.to()
                            + ", which cannot move: " + reason,
                    remedy + "; then run migrate again");
        }
    }

    /** Notes the next statement. */
    void accept(PendingStatement next, StatementShape shape) {
        if (shape.kind() == StatementShape.Kind.MOVED_ROWS) {
            RowMoveStatement.of(next.text())
                    .ifPresent(move -> moves.add(new Move(next, move, Set.copyOf(dropped), Set.copyOf(changed))));
        } else if (DROP.match(next.text()).isPresent()) {
            dropped.addAll(SqlWords.of(next.text()));
        }
        if (shape.kind() == StatementShape.Kind.COLUMNS) {
            changed.addAll(shape.names());
        }
    }

    /** Returns a fault for each new partition, on a connection that is in no transaction. */
    List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        for (Move move : moves) {
            references(move, faults, connection);
            columns(move, faults, connection);
            checks(move, faults, connection);
        }
        return faults;
    }

    private static void references(Move move, List<Fault> faults, Connection connection) throws SQLException {
        List<List<String>> keys = query(connection, REFERENCES, move.from()).stream()
                .filter(key -> !SqlWords.mayContain(move.dropped(), key.get(0)))
                .toList();
        if (!keys.isEmpty() && Answer.YES == hasRows(move, "true", connection)) {
            faults.add(move.fault(
                    "foreign key " + keys.get(0).get(0) + " of " + keys.get(0).get(1) + " references them",
                    "drop the foreign key in a migration before this one, or move the rows and those that reference"
                            + " them by hand"));
        }
    }

    /** A column that the migration does not know would silently lose its values, so rows must surely be absent. */
    private static void columns(Move move, List<Fault> faults, Connection connection) throws SQLException {
        List<String> unknown = query(connection, COLUMNS, move.from()).stream()
                .map(column -> column.get(0))
                .filter(column -> !move.rows().columns().contains(column)
                        && !SqlWords.mayContain(move.changed(), column))
                .toList();
        if (!unknown.isEmpty() && Answer.NO != hasRows(move, "true", connection)) {
            faults.add(move.fault(
                    "column " + unknown.get(0) + " is not in the schema of the migration, and its values would be lost",
                    "declare the column, or drop it"));
        }
    }

    /** A check of the table that was never validated applies to rows that are inserted into the new partition. */
    private static void checks(Move move, List<Fault> faults, Connection connection) throws SQLException {
        for (List<String> check : query(connection, UNCHECKED, move.from())) {
            if (!SqlWords.mayContain(move.dropped(), check.get(0))
                    && Answer.YES == hasRows(move, "NOT (" + check.get(1) + ")", connection)) {
                faults.add(move.fault("a row violates check " + check.get(0), "correct the row, or drop the check"));
                return;
            }
        }
    }

    /** Whether there are rows; unknown if the server refuses the query, for example because a column is added later. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private static Answer hasRows(Move move, String condition, Connection connection) throws SQLException {
        String sql = "SELECT 'yes' FROM " + move.from() + " WHERE (" + move.rows().condition() + ") AND (" + condition
                + ") LIMIT 1";
        try {
            return RollbackTransaction.run(connection, () -> {
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(SETTINGS);
                }
                return EffectQuery.column(connection, sql).isEmpty() ? Answer.NO : Answer.YES;
            });
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            return Answer.UNKNOWN;
        }
    }

    private static List<List<String>> query(Connection connection, String sql, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(List.of(row.getString(1), row.getString(2)));
                }
                return rows;
            }
        }
    }
}
