package dev.tenon.schema.plan;

/**
 * A statement with its place in the migration.
 *
 * @param phase where it belongs
 * @param statement the statement
 * @param alone whether it commits by itself, with nothing before or after it in the same transaction
 */
record Fragment(Phase phase, Statement statement, boolean alone) {}
