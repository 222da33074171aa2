package dev.tenon.schema.plan;

import java.util.List;

/**
 * Statements that commit together, with their place in the migration.
 *
 * @param phase where they belong
 * @param statements the statements, most often one
 * @param alone whether they commit by themselves, with nothing before or after them in the same transaction
 */
record Fragment(Phase phase, List<Statement> statements, boolean alone) {

    Fragment {
        statements = List.copyOf(statements);
    }

    /** The locks of all the statements. */
    List<Lock> locks() {
        return statements.stream()
                .flatMap(statement -> statement.locks().stream())
                .toList();
    }
}
