package dev.tenon.testing.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The connections that the constructor of a test instance got; they live as long as the instance. Constructors are called in
 * the context of the class, where several may run at once: until the instance exists, its thread identifies it.
 */
final class InstanceConnections implements StoredResource {
    private final List<Connection> connections = new ArrayList<>();

    /** Identifies an instance, whatever its own equals says. */
    private record Key(Object instance) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.instance == instance;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(instance);
        }
    }

    /** Adds a connection that a constructor is about to get in this thread. */
    static void opened(Connection connection, Store store) {
        InstanceConnections open = store.get(Thread.currentThread(), InstanceConnections.class);
        if (open == null) {
            open = new InstanceConnections();
            store.put(Thread.currentThread(), open);
        }
        open.connections.add(connection);
    }

    /** Gives an instance the connections that its constructor got in this thread. */
    static void created(Object instance, Store store) {
        InstanceConnections open = store.remove(Thread.currentThread(), InstanceConnections.class);
        if (open != null) {
            store.put(new Key(instance), open);
        }
    }

    /** Closes the connections of an instance that no test needs any more. */
    static void destroyed(Object instance, Store store) {
        InstanceConnections open = store.get(new Key(instance), InstanceConnections.class);
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        try {
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not close a connection of a test: " + e.getMessage(), e);
        }
    }
}
