package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.canonical.DdlErrorClassifier;
import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.catalog.canonical.TemporaryDdlBatches;
import dev.tenon.runtime.internal.catalog.canonical.TemporaryObjectCreator;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Obtains the server's canonical form of SQL-defined objects: each is created as a temporary object, read from the
 * catalogs and rolled back. Triggers and rules are created on an empty table with the name and columns of their own. So
 * user objects are not locked, except for views and the tables in the actions of rules, and the privilege to create
 * temporary tables suffices.
 */
final class ObjectCanonicalizer {

    private static final String UNSEEN_BODIES = "SELECT pg_catalog.set_config('check_function_bodies', 'off', true)";

    private final Connection connection;
    private final TemporaryObjectCreator creator;
    private final Map<ObjectPath, ObjectRow> printed = new HashMap<>();

    private ObjectCanonicalizer(Connection connection) {
        this.connection = connection;
        this.creator = new TemporaryObjectCreator(connection, DdlErrorClassifier::orPrivilege);
    }

    /**
     * Prints the objects within the current transaction of the connection. Changes nothing but some settings of the
     * transaction.
     *
     * @param live the live tables and views
     */
    static ObjectCanonicalizer printInTransaction(Connection connection, List<ExpectedObject> sought, Schema live)
            throws SQLException {
        ObjectCanonicalizer text = new ObjectCanonicalizer(connection);
        for (List<TemporaryObject> batch : TemporaryDdlBatches.of(TemporaryObject.of(sought, live))) {
            text.print(batch);
        }
        return text;
    }

    /** Returns the temporary copy of the object; empty if the server refused it. */
    Optional<ObjectRow> of(ExpectedObject sought) {
        return Optional.ofNullable(printed.get(sought.path()));
    }

    /** Returns the reason of the refusal. */
    UnsupportedExpression refusal(ExpectedObject sought) {
        return creator.unprintable().stream()
                .filter(refused -> refused.at().equals(sought.path()))
                .findFirst()
                .orElseGet(() -> sought.unprintable("nothing like its table can be made"));
    }

    private void print(List<TemporaryObject> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TableCanonicalizer.UNDERSTANDING);
            statement.execute(UNSEEN_BODIES);
        }
        creator.create(batch);
        List<ExpectedObject> shown =
                batch.stream().flatMap(sample -> sample.objects().stream()).toList();
        ObjectRows rows = ObjectRows.read(new CatalogQueries(connection), shown);
        for (ExpectedObject each : shown) {
            rows.shown(each).ifPresent(row -> printed.put(each.path(), row));
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }
}
