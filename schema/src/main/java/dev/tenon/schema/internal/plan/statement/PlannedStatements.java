package dev.tenon.schema.internal.plan.statement;

import java.util.List;

/**
 * Statements that commit together, with their position in the migration.
 *
 * @param phase their phase
 * @param statements the statements, usually one
 * @param alone whether they need a transaction of their own
 */
public record PlannedStatements(Phase phase, List<Statement> statements, boolean alone) {

    public PlannedStatements {
        statements = List.copyOf(statements);
    }

    /** The locks of all the statements. */
    List<Lock> locks() {
        return statements.stream()
                .flatMap(statement -> statement.locks().stream())
                .toList();
    }
}
