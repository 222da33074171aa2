package dev.tenon.runtime.catalog;

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
final class ObjectText {

    private static final String UNSEEN_BODIES = "SELECT pg_catalog.set_config('check_function_bodies', 'off', true)";

    private final Connection connection;
    private final SampleMaker maker;
    private final Map<ObjectPath, ObjectRow> printed = new HashMap<>();

    private ObjectText(Connection connection) {
        this.connection = connection;
        this.maker = new SampleMaker(connection, TextRefusal::orPrivilege);
    }

    /**
     * Has the server print the objects within the transaction that the connection is in, which is as before afterwards except
     * for some settings.
     *
     * @param live what the catalogs say of tables and views
     */
    static ObjectText printHere(Connection connection, List<SoughtObject> sought, Schema live) throws SQLException {
        ObjectText text = new ObjectText(connection);
        for (List<ObjectSample> batch : SampleBatches.of(ObjectSample.of(sought, live))) {
            text.print(batch);
        }
        return text;
    }

    /** The object as a temporary one; empty if the server refused it. */
    Optional<ObjectRow> of(SoughtObject sought) {
        return Optional.ofNullable(printed.get(sought.path()));
    }

    /** Why the server refused it. */
    Unprintable refusal(SoughtObject sought) {
        return maker.unprintable().stream()
                .filter(refused -> refused.at().equals(sought.path()))
                .findFirst()
                .orElseGet(() -> sought.unprintable("nothing like its table can be made"));
    }

    private void print(List<ObjectSample> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(ServerText.UNDERSTANDING);
            statement.execute(UNSEEN_BODIES);
        }
        maker.create(batch);
        List<SoughtObject> shown =
                batch.stream().flatMap(sample -> sample.objects().stream()).toList();
        ObjectRows rows = ObjectRows.read(new Catalog(connection), shown);
        for (SoughtObject each : shown) {
            rows.shown(each).ifPresent(row -> printed.put(each.path(), row));
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }
}
