package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Empty temporary copies of existing tables, with the changes of pending statements. Copying takes ACCESS SHARE on the
 * table. A copy is made when an expression over it is checked first.
 */
final class TableCopies {

    private static final String IS_TABLE = """
            SELECT 'yes' FROM pg_catalog.pg_class WHERE oid = to_regclass(?) AND relkind IN ('r', 'p')""";

    private static final String TYPE = """
            SELECT pg_catalog.format_type(atttypid, atttypmod)
            FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_type t ON t.oid = atttypid
            WHERE attrelid = to_regclass(?) AND attname = ? AND NOT attisdropped AND t.typdefault IS NULL""";

    private final TrialTransaction transaction;
    private final List<Change> log = new ArrayList<>();
    private final Map<QualifiedName, Integer> applied = new HashMap<>();
    private final Set<QualifiedName> impossible = new HashSet<>();
    private final Map<QualifiedName, TableFamily> families = new HashMap<>();

    TableCopies(TrialTransaction transaction) {
        this.transaction = transaction;
    }

    /** A change of columns. */
    private record Change(QualifiedName table, StatementShape shape) {}

    /** Notes a change of columns. */
    void change(QualifiedName table, StatementShape shape) {
        log.add(new Change(table, shape));
    }

    /** Notes a change of columns that the copy has already. */
    void changed(QualifiedName table, StatementShape shape) {
        change(table, shape);
        applied.put(table, log.size());
    }

    /** Returns the words of the columns of this table that pending statements change. */
    Set<String> changedColumns(QualifiedName table) throws SQLException {
        Set<QualifiedName> above = family(table).above();
        Set<String> names = new HashSet<>();
        log.stream()
                .filter(change -> above.contains(change.table()))
                .forEach(change -> names.addAll(change.shape().names()));
        return names;
    }

    /** Whether words may refer to changed columns of a table other than this. */
    boolean mayUseOthers(Set<String> words, QualifiedName table) throws SQLException {
        Set<QualifiedName> tables = new HashSet<>();
        for (Change change : log) {
            if (tables.add(change.table())) {
                for (QualifiedName other : family(change.table()).below()) {
                    if (!other.equals(table) && SqlWords.mayContain(words, other.name())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether words may refer to a column that pending statements change. */
    boolean mayUseChanged(Set<String> words) {
        return log.stream().anyMatch(change -> change.shape().names().stream().anyMatch(words::contains));
    }

    /** Excludes the table, because a change of it cannot be repeated on a copy. */
    void exclude(QualifiedName table) throws SQLException {
        impossible.addAll(family(table).below());
    }

    /** Returns the relatives of the table. */
    TableFamily family(QualifiedName table) throws SQLException {
        TableFamily known = families.get(table);
        if (known == null) {
            known = TableFamily.of(table, transaction.connection());
            families.put(table, known);
        }
        return known;
    }

    /**
     * Brings the copy up to date.
     *
     * @return whether it is faithful
     */
    boolean prepare(QualifiedName table) throws SQLException {
        try {
            if (!impossible.contains(table) && !applied.containsKey(table)) {
                copy(table);
            }
            if (!impossible.contains(table)) {
                apply(table);
            }
        } catch (RefusedException refused) {
            impossible.add(table);
        }
        return !impossible.contains(table);
    }

    private void apply(QualifiedName table) throws SQLException {
        Set<QualifiedName> above = family(table).above();
        for (Change change : log.subList(applied.getOrDefault(table, 0), log.size())) {
            if (above.contains(change.table())) {
                transaction.execute(change.shape().on(name(table)));
            }
        }
        applied.put(table, log.size());
    }

    private void copy(QualifiedName table) throws SQLException {
        String original = Identifier.quote(table);
        if (EffectQuery.column(transaction.connection(), IS_TABLE, original).isEmpty()) {
            impossible.add(table);
            return;
        }
        transaction.execute("CREATE TEMPORARY TABLE " + Identifier.quote(table.name()) + " (LIKE " + original
                + " INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING IDENTITY)");
        applied.put(table, 0);
    }

    /** Returns the name of the copy in SQL. */
    static String name(QualifiedName table) {
        return "pg_temp." + Identifier.quote(table.name());
    }

    /** Whether a pending statement adds the column with a default, which the existing rows get. */
    boolean mayBeFilledWhenAdded(QualifiedName table, Set<String> column) throws SQLException {
        Set<QualifiedName> above = family(table).above();
        return log.stream()
                .filter(change -> above.contains(change.table())
                        && !Collections.disjoint(change.shape().names(), column))
                .map(change -> SqlWords.of(change.shape().after()))
                .anyMatch(words -> words.contains("add") && (words.contains("default") || words.contains("generated")));
    }

    /** Returns the type of a column of the copy as SQL; empty if there is none, or if it has a default of its own. */
    String type(QualifiedName table, String column) throws SQLException {
        return typeIn(name(table), column);
    }

    /** Whether the table itself has the column. */
    boolean hasOriginalColumn(QualifiedName table, String column) throws SQLException {
        return !typeIn(Identifier.quote(table), column).isEmpty();
    }

    private String typeIn(String table, String column) throws SQLException {
        List<String> found = EffectQuery.column(transaction.connection(), TYPE, table, column);
        return found.isEmpty() ? "" : found.get(0);
    }
}
