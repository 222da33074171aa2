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
 * @param way what the statement does to its members
 * @param members what it makes or changes
 * @param table the table that it is about; empty where it is about none
 * @param restraint whether it restrains those who write
 * @param source what undoes it
 */
public record Undo(
        StatementAction way,
        List<AffectedObject> members,
        Optional<QualifiedName> table,
        WriteRestriction restraint,
        Source source) {

    public Undo {
        Objects.requireNonNull(way, "way");
        members = List.copyOf(members);
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(restraint, "restraint");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Where the statements that undo it come from.
     *
     * @param statements the statements
     * @param question a query whose answer they are, where that depends on the state before; no row where nothing undoes it
     * @param parameters the parameters of the query
     */
    record Source(List<String> statements, Optional<String> question, List<String> parameters) {

        Source {
            statements = List.copyOf(statements);
            Objects.requireNonNull(question, "question");
            parameters = List.copyOf(parameters);
        }

        static Source of(String... statements) {
            return new Source(List.of(statements), Optional.empty(), List.of());
        }

        static Source asked(String question, String... parameters) {
            return new Source(List.of(), Optional.of(question), List.of(parameters));
        }
    }

    /** For a statement that nothing needs to undo. */
    static final Undo NOTHING =
            new Undo(StatementAction.REPEATS, List.of(), Optional.empty(), WriteRestriction.NONE, Source.of());

    /** The table that the statement makes, and that nobody used before; empty if it makes none. */
    Optional<QualifiedName> made() {
        return table.filter(
                name -> way == StatementAction.MAKES && members.contains(AffectedObject.alone(name.name())));
    }

    /** Whether anything undoes it at all. */
    public boolean possible() {
        return way != StatementAction.STAYS;
    }

    /** Whether the catalogs must be asked, before the statement runs. */
    public boolean asks() {
        return source.question().isPresent();
    }

    /**
     * The statements that undo it, in the state before it runs.
     *
     * @return empty if nothing undoes it
     */
    public Optional<List<String>> statements(Connection connection) throws SQLException {
        if (!possible()) {
            return Optional.empty();
        }
        if (!asks()) {
            return Optional.of(source.statements());
        }
        List<String> found = EffectQuery.column(
                connection, source.question().get(), source.parameters().toArray(String[]::new));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().filter(sql -> !sql.isEmpty()).toList());
    }
}
