package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.CreateStatementParser.NamePosition;
import java.util.List;
import java.util.Optional;

/**
 * Reads a statement that creates no object, but sets an unmodelled attribute of a table, partition or schema: what it
 * sets, and on which relation.
 */
final class AlterationParser {

    private static final List<String> SETTINGS = List.of("storage", "compression", "statistics");

    private final CreateStatementParser tokens;

    AlterationParser(CreateStatementParser tokens) {
        this.tokens = tokens;
    }

    Optional<CreateStatement> read() {
        if (tokens.take("alter")) {
            return tokens.take("table") ? ofTable() : Optional.empty();
        }
        if (tokens.take("comment")) {
            return tokens.take("on") ? comment() : Optional.empty();
        }
        return tokens.take("grant") ? grant() : Optional.empty();
    }

    /** The constraint that the statement adds; empty if it does something else, too. */
    Optional<AddedConstraint> addedConstraint() {
        if (!tokens.take("alter") || !tokens.take("table")) {
            return Optional.empty();
        }
        tokens.take("only");
        Optional<NamePosition> table = tokens.name();
        if (table.isEmpty() || !tokens.take("add") || !tokens.take("constraint")) {
            return Optional.empty();
        }
        Optional<NamePosition> name = tokens.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String kind = tokens.word();
        boolean holds = true;
        while (!tokens.atEnd()) {
            if (tokens.takeSymbol(",")) {
                return Optional.empty();
            }
            if (tokens.take("not")) {
                holds &= !tokens.take("valid") && !tokens.take("enforced");
            } else {
                tokens.skip();
            }
        }
        return Optional.of(
                new AddedConstraint(table.get().name(), name.get().name().name(), kind, holds));
    }

    private Optional<CreateStatement> ofTable() {
        tokens.take("only");
        Optional<NamePosition> table = tokens.name();
        String what = table.isPresent() ? attribute() : "";
        return table.filter(on -> !what.isEmpty()).map(on -> of(on, what));
    }

    /** What the action of an ALTER TABLE sets; empty if it is none that a snapshot may contain. */
    private String attribute() {
        if (tokens.take("inherit")) {
            return "inherits";
        }
        if (tokens.take("add")) {
            return tokens.take("constraint")
                    ? tokens.name()
                            .map(constraint ->
                                    CreateStatement.added(constraint.name().name()))
                            .orElse("")
                    : "";
        }
        if (tokens.take("alter")) {
            tokens.take("column");
            return tokens.name()
                    .map(column -> ofColumn().concat(column.name().name()))
                    .filter(what -> what.contains(" of "))
                    .orElse("");
        }
        if (tokens.take("set")) {
            return tokens.takeSymbol("(")
                    ? "options"
                    : tokens.take("tablespace") ? "tablespace" : tokens.take("unlogged") ? "persistence" : "";
        }
        if (tokens.take("owner")) {
            return "owner";
        }
        return tokens.take("cluster")
                ? "cluster"
                : tokens.take("replica") && tokens.take("identity") ? "replica identity" : "";
    }

    private String ofColumn() {
        boolean drops = tokens.take("drop");
        if (!drops && !tokens.take("set")) {
            return "";
        }
        if (tokens.take("default")) {
            return "default of ";
        }
        if (drops) {
            return "";
        }
        if (tokens.take("not")) {
            return "not null of ";
        }
        for (String setting : SETTINGS) {
            if (tokens.take(setting)) {
                return setting + " of ";
            }
        }
        return tokens.takeSymbol("(") ? "options of " : "";
    }

    private Optional<CreateStatement> comment() {
        if (tokens.take("schema")) {
            return tokens.name().map(schema -> ofSchema(schema, "comment on schema"));
        }
        if (tokens.take("column")) {
            return tokens.column().map(column -> of(column.table(), "comment on " + column.name()));
        }
        boolean part = tokens.take("constraint") || tokens.take("policy");
        Optional<NamePosition> commented = part ? tokens.name() : Optional.empty();
        return commented
                .filter(each -> tokens.take("on"))
                .flatMap(each -> tokens.name()
                        .map(on -> of(on, "comment on " + each.name().name())));
    }

    private Optional<CreateStatement> grant() {
        String privileges = tokens.until("on");
        if (privileges.isEmpty() || !tokens.take("on")) {
            return Optional.empty();
        }
        boolean schema = tokens.take("schema");
        tokens.take("table");
        Optional<NamePosition> on = tokens.name();
        if (on.isEmpty() || !tokens.take("to")) {
            return Optional.empty();
        }
        String what = "grant " + privileges + " to " + tokens.until(";");
        boolean unmodelled = privileges.contains("(") || what.endsWith(" OPTION");
        return on.filter(each -> unmodelled).map(each -> schema ? ofSchema(each, what) : of(each, what));
    }

    private static CreateStatement of(NamePosition on, String what) {
        QualifiedName table = on.name();
        return new CreateStatement(CreateStatement.ALTERATION, false, table.withName(what), "", Optional.of(table));
    }

    private static CreateStatement ofSchema(NamePosition schema, String what) {
        return new CreateStatement(
                CreateStatement.ALTERATION,
                false,
                new QualifiedName(schema.name().name(), what),
                "",
                Optional.empty());
    }
}
