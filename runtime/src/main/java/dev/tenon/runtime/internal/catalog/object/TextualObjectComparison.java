package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.EventTriggerStatement;
import dev.tenon.schema.internal.sql.parse.PublicationStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Normalizes event triggers and publications textually. Temporary copies are impossible: event triggers would fire;
 * publications lock tables and need ownership. Only the row filters of publications are printed by the server, as check
 * constraints of temporary tables.
 */
final class TextualObjectComparison {

    private static final Set<String> KINDS = Set.of("event trigger", "publication");

    /** Whether the server prints the object, or Tenon itself in one form. */
    private static boolean isWritten(ExpectedObject sought) {
        return RareObjectQueries.BY_KIND.containsKey(sought.made().kind());
    }

    private final Map<QualifiedName, Map<String, String>> conditions = new HashMap<>();

    private TextualObjectComparison() {}

    static boolean isOne(ExpectedObject sought) {
        return KINDS.contains(sought.made().kind()) || isWritten(sought);
    }

    /** Prints the row filters within the current transaction of the connection. */
    static TextualObjectComparison printInTransaction(Connection connection, List<ExpectedObject> sought, Schema live)
            throws SQLException {
        Map<QualifiedName, List<String>> said = new HashMap<>();
        for (ExpectedObject each : sought) {
            PublicationStatement.of(each.object().create()).stream()
                    .flatMap(publication -> publication.tables().entrySet().stream())
                    .forEach(table -> table.getValue()
                            .where()
                            .ifPresent(where -> said.computeIfAbsent(table.getKey(), first -> new ArrayList<>())
                                    .add(where)));
        }
        TextualObjectComparison untried = new TextualObjectComparison();
        List<Table> tables = new ArrayList<>();
        said.forEach((name, list) -> live.table(name).ifPresent(table -> tables.add(checked(table, list))));
        if (!tables.isEmpty()) {
            for (Table printed : TableCanonicalizer.printInTransaction(connection, tables, Schema.EMPTY)
                    .tables()) {
                Map<String, String> words = new HashMap<>();
                printed.constraints(Constraint.Check.class)
                        .forEach(check -> words.put(
                                said.getOrDefault(printed.name(), List.of()).get(Integer.parseInt(check.name())),
                                check.expression()));
                untried.conditions.put(printed.name(), words);
            }
        }
        return untried;
    }

    /** Returns the declaration in normalized form; empty if it cannot be parsed. */
    Optional<String> words(ExpectedObject sought) {
        if (isWritten(sought)) {
            return Optional.of(CreateStatement.normalized(
                    SqlScript.of(sought.object().create()).statements().get(0)));
        }
        return declared(sought.object().create(), conditions);
    }

    /** Returns the live object in normalized form; empty if it cannot be parsed. */
    static Optional<String> words(ExpectedObject sought, ObjectRow live) {
        if (isWritten(sought)) {
            return live.create().map(CreateStatement::normalized);
        }
        return live.create().flatMap(create -> declared(create, Map.of()));
    }

    private static Optional<String> declared(String create, Map<QualifiedName, Map<String, String>> conditions) {
        return EventTriggerStatement.of(create)
                .map(EventTriggerStatement::create)
                .or(() -> PublicationStatement.of(create)
                        .map(publication -> publication.withConditions((table, where) ->
                                conditions.getOrDefault(table, Map.of()).getOrDefault(where, where)))
                        .map(PublicationStatement::create));
    }

    private static Table checked(Table table, List<String> conditions) {
        List<Constraint> checks = new ArrayList<>();
        for (String condition : conditions) {
            checks.add(new Constraint.Check(Integer.toString(checks.size()), condition, true));
        }
        return Table.of(table.name(), TemporaryTable.plain(table.columns())).withConstraints(checks);
    }
}
