package dev.tenon.runtime.internal.preflight;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects other than tables that pending statements create, change or drop. Types and routines are created in the
 * transaction of the checks; the others are only known by name, and what may use them is not checked.
 */
final class PendingObjects {

    private static final String BODIES_UNCHECKED = "SET LOCAL check_function_bodies = off";
    private static final String BODIES_CHECKED = "SET LOCAL check_function_bodies = on";

    private final TrialTransaction transaction;
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final List<Creation> log = new ArrayList<>();
    private boolean opaque;
    private boolean typesChanged;

    PendingObjects(TrialTransaction transaction) {
        this.transaction = transaction;
    }

    /** A type or routine that is created when an expression is checked. */
    private record Creation(String sql, Set<String> names) {}

    /** Notes a statement that is no expression over a table. */
    void note(StatementShape shape, String sql) {
        switch (shape.kind()) {
            case TYPE, ROUTINE -> log.add(new Creation(sql, shape.names()));
            case VIEW, NAMES -> unknown.addAll(shape.names());
            case CHANGED_TYPE -> {
                unknown.addAll(shape.names());
                typesChanged = true;
            }
            case OPAQUE -> opaque = true;
            default -> {}
        }
    }

    /** Notes that the objects are not as the pending statements leave them. */
    void notCreated(Set<String> names) {
        unknown.addAll(names);
    }

    /** Whether all objects that these words may name are as the next statement will find them. */
    boolean areKnown(Set<String> words) {
        return !opaque && Collections.disjoint(words, unknown);
    }

    /** Whether the types of columns are as the next statement will find them. */
    boolean typesKnown() {
        return !typesChanged;
    }

    /** Whether these words may name an object that only the transaction of the checks has. */
    boolean createdAny(Set<String> words) {
        return !Collections.disjoint(words, created);
    }

    /** Creates the types and routines so far. */
    void create() throws SQLException {
        if (!log.isEmpty()) {
            transaction.execute(BODIES_UNCHECKED);
        }
        for (Creation next : log) {
            if (!Collections.disjoint(SqlWords.of(next.sql()), unknown)) {
                unknown.addAll(next.names());
                continue;
            }
            try {
                transaction.execute(next.sql());
                created.addAll(next.names());
            } catch (RefusedException refused) {
                unknown.addAll(next.names());
            }
        }
        log.clear();
    }

    /** Creates a routine whose body the server parses. */
    void createChecked(StatementShape shape, String sql) throws SQLException {
        create();
        transaction.execute(BODIES_CHECKED);
        transaction.execute(sql);
        created.addAll(shape.names());
    }
}
