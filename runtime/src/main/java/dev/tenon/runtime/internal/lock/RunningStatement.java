package dev.tenon.runtime.internal.lock;

/**
 * A statement that a server process is executing while it waits for no lock.
 *
 * @param transaction the start of its transaction
 * @param statement the start of the statement, as the client sent it
 */
public record RunningStatement(String transaction, String statement) {

    /**
     * Whether it is the same statement, or of the same transaction. A procedure may commit, and a transaction has many
     * statements. Different short transactions prove nothing: a pool may have given the process to other clients.
     */
    boolean continues(RunningStatement earlier) {
        return transaction.equals(earlier.transaction) || statement.equals(earlier.statement);
    }
}
