package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to undo a statement.
 *
 * @param action the effect of the statement on its members
 * @param members the objects that it creates or changes
 * @param table the table that it affects; empty for other objects
 * @param restriction whether it restricts writes
 * @param source the source of the undo statements
 */
public record Undo(
        StatementAction action,
        List<AffectedObject> members,
        Optional<QualifiedName> table,
        WriteRestriction restriction,
        Source source) {

    public Undo {
        Objects.requireNonNull(action, "action");
        members = List.copyOf(members);
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(restriction, "restriction");
        Objects.requireNonNull(source, "source");
    }

    /**
     * The source of the undo statements.
     *
     * @param statements the statements
     * @param query a query that returns them, if they depend on the state before; it returns no row if there is no
     *     undo
     * @param parameters the parameters of the query
     */
    record Source(List<String> statements, Optional<String> query, List<String> parameters) {

        Source {
            statements = List.copyOf(statements);
            Objects.requireNonNull(query, "query");
            parameters = List.copyOf(parameters);
        }

        static Source of(String... statements) {
            return new Source(List.of(statements), Optional.empty(), List.of());
        }

        static Source ofQuery(String query, String... parameters) {
            return new Source(List.of(), Optional.of(query), List.of(parameters));
        }
    }

    /** The undo of a statement that needs none. */
    static final Undo NOTHING =
            new Undo(StatementAction.IDEMPOTENT, List.of(), Optional.empty(), WriteRestriction.NONE, Source.of());

    /** Returns the new table that the statement creates; empty if it creates none. */
    Optional<QualifiedName> createdTable() {
        return table.filter(
                name -> action == StatementAction.CREATES && members.contains(AffectedObject.standalone(name.name())));
    }

    /** Whether an undo exists. */
    public boolean isPossible() {
        return action != StatementAction.REMAINS;
    }

    /** Whether the catalogs must be queried before the statement runs. */
    public boolean needsQuery() {
        return source.query().isPresent();
    }

    /**
     * Returns the undo statements for the current state, before the statement runs.
     *
     * @return empty if there is no undo
     */
    public Optional<List<String>> statements(Connection connection) throws SQLException {
        if (!isPossible()) {
            return Optional.empty();
        }
        if (!needsQuery()) {
            return Optional.of(source.statements());
        }
        List<String> found = EffectQuery.column(
                connection, source.query().get(), source.parameters().toArray(String[]::new));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().filter(sql -> !sql.isEmpty()).toList());
    }
}
