package dev.tenon.cli.importer;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the table that an SQL-defined object serves, so that it stands on the entity: the table of a trigger or rule, the only
 * table whose triggers call a routine, and the only table whose row type a routine takes or returns.
 */
final class ObjectPlacement {

    private static final Pattern CALL = Pattern.compile("(?is).*\\bEXECUTE (FUNCTION|PROCEDURE) (?<name>.+?)\\(.*");

    private final Schema schema;
    private final Map<QualifiedName, Optional<QualifiedName>> places = new HashMap<>();

    ObjectPlacement(Schema schema) {
        this.schema = schema;
        Map<String, Set<QualifiedName>> callers = new HashMap<>();
        Map<QualifiedName, CreateStatement> statements = new HashMap<>();
        for (SqlObject object : schema.objects()) {
            CreateStatement.of(object.create()).ifPresent(statement -> {
                statements.put(object.name(), statement);
                Matcher call = CALL.matcher(object.create());
                if (statement.kind().endsWith("trigger") && call.matches()) {
                    // An event trigger serves no table.
                    callers.computeIfAbsent(call.group("name"), each -> new HashSet<>())
                            .add(statement.on().orElse(object.name()));
                }
            });
        }
        statements.forEach((name, statement) -> places.put(name, place(statement, callers)));
    }

    private Optional<QualifiedName> place(CreateStatement statement, Map<String, Set<QualifiedName>> callers) {
        Optional<QualifiedName> place = statement.isOnRelation() ? statement.on() : Optional.empty();
        if (statement.routine()) {
            Set<QualifiedName> served =
                    new HashSet<>(callers.getOrDefault(Identifier.quote(statement.name()), Set.of()));
            served.addAll(rowTypes(statement));
            place = served.size() == 1 ? served.stream().findFirst() : Optional.empty();
        }
        return place.filter(table -> schema.table(table).isPresent());
    }

    private Set<QualifiedName> rowTypes(CreateStatement statement) {
        String signature = " " + statement.signature() + " ";
        return schema.tables().stream()
                .map(table -> table.name())
                .filter(name -> signature.contains(
                        " " + Identifier.quote(name.schema()) + " . " + Identifier.quote(name.name()) + " "))
                .collect(Collectors.toSet());
    }

    /** Returns the objects that stand on the entity of the table. */
    List<SqlObject> on(QualifiedName table) {
        return schema.objects().stream()
                .filter(object -> tableOf(object).filter(table::equals).isPresent())
                .toList();
    }

    /** Returns the table that the object serves; empty for an object of the whole schema. */
    Optional<QualifiedName> tableOf(SqlObject object) {
        return places.getOrDefault(object.name(), Optional.empty());
    }
}
