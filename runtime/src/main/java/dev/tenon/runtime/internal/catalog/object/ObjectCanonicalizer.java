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
 * Says objects that are known by their SQL alone in the server's own words: each is made once more as a temporary one, triggers
 * and rules on an empty table that has the name and the columns of theirs, and read like any other, and everything is
 * undone. So nothing that others use is locked, but for views and for what the actions of rules name, and whoever may make
 * temporary tables may do it.
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
     * Has the server print the objects within the transaction that the connection is in, which is as before afterwards except
     * for some settings.
     *
     * @param live what the catalogs say of tables and views
     */
    static ObjectCanonicalizer printInTransaction(Connection connection, List<ExpectedObject> sought, Schema live)
            throws SQLException {
        ObjectCanonicalizer text = new ObjectCanonicalizer(connection);
        for (List<TemporaryObject> batch : TemporaryDdlBatches.of(TemporaryObject.of(sought, live))) {
            text.print(batch);
        }
        return text;
    }

    /** The object as a temporary one; empty if the server refused it. */
    Optional<ObjectRow> of(ExpectedObject sought) {
        return Optional.ofNullable(printed.get(sought.path()));
    }

    /** Why the server refused it. */
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
