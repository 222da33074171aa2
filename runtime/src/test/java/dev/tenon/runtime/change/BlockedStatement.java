package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs a statement outside a transaction against sessions that have each written to one table and not committed. While
 * it waits for one of them, its locks are visible.
 */
final class BlockedStatement {

    /** The statement. */
    interface Task {
        void run() throws SQLException;
    }

    private final Scratch scratch;
    private final Collection<Long> relations;

    BlockedStatement(Scratch scratch, Collection<Long> relations) {
        this.scratch = scratch;
        this.relations = List.copyOf(relations);
    }

    /** Runs the task on the session of that server process, and returns the strongest locks that were observed. */
    Map<Long, LockLevel> run(int process, Task task) throws SQLException {
        Map<Long, LockLevel> seen = new HashMap<>();
        Map<Integer, Connection> writers = new HashMap<>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection watch = scratch.database().connection()) {
            for (String table : tables(watch)) {
                Connection writer = scratch.database().connection();
                writers.put(writer.unwrap(org.postgresql.PGConnection.class).getBackendPID(), writer);
                writer.setAutoCommit(false);
                try (Statement lock = writer.createStatement()) {
                    lock.execute("LOCK TABLE ONLY " + table + " IN ROW EXCLUSIVE MODE");
                }
            }
            Relations locks = new Relations(watch);
            Future<?> running = thread.submit(() -> {
                task.run();
                return null;
            });
            Set<Integer> waits = new HashSet<>();
            while (!running.isDone()) {
                Set<Integer> blocking = blocking(watch, process);
                blocking.retainAll(writers.keySet());
                locks.locks(process).forEach((table, level) -> seen.merge(table, level, Relations::stronger));
                waits.addAll(blocking);
                for (Map.Entry<Integer, Connection> writer : writers.entrySet()) {
                    if (blocking.contains(writer.getKey())) {
                        writer.getValue().rollback();
                    }
                }
            }
            running.get();
            if (waits.isEmpty()) {
                throw new AssertionError("nothing held it up, so that its locks could not be seen");
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdown();
            for (Connection writer : writers.values()) {
                writer.close();
            }
        }
        return seen;
    }

    private Set<String> tables(Connection watch) throws SQLException {
        Set<String> tables = new HashSet<>();
        Array identities = watch.createArrayOf("bigint", relations.toArray());
        try (PreparedStatement query = watch.prepareStatement(
                "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p') AND oid = ANY (?::bigint[])")) {
            query.setArray(1, identities);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    private static Set<Integer> blocking(Connection watch, int process) throws SQLException {
        Set<Integer> processes = new HashSet<>();
        try (PreparedStatement query = watch.prepareStatement("SELECT unnest(pg_blocking_pids(?))")) {
            query.setInt(1, process);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    processes.add(row.getInt(1));
                }
            }
        }
        return processes;
    }
}
