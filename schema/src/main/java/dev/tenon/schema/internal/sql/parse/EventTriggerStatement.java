package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parsed CREATE EVENT TRIGGER statement.
 *
 * @param name the trigger
 * @param event its event
 * @param tags the command tags to which it is limited, sorted; empty for all commands
 * @param function the function that it calls
 */
public record EventTriggerStatement(String name, String event, List<String> tags, QualifiedName function) {

    public EventTriggerStatement {
        tags = tags.stream().sorted().distinct().toList();
    }

    /** Parses a statement; empty if it creates no event trigger, or cannot be parsed. */
    public static Optional<EventTriggerStatement> of(String create) {
        List<Token> tokens = SqlTokens.meaningful(create);
        CreateStatementParser head = new CreateStatementParser(tokens);
        Optional<CreateStatement> made = head.read();
        Optional<QualifiedName> event = head.after("on").map(CreateStatementParser.NamePosition::name);
        Optional<QualifiedName> function =
                head.after("execute").flatMap(word -> head.name()).map(CreateStatementParser.NamePosition::name);
        if (made.isEmpty() || !made.get().kind().equals("event trigger") || event.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        List<String> tags = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == TokenKind.CONSTANT) {
                tags.add(token.text().substring(1, token.text().length() - 1).toUpperCase(Locale.ROOT));
            }
        }
        return Optional.of(
                new EventTriggerStatement(made.get().name().name(), event.get().name(), tags, function.get()));
    }

    /** The statement. */
    public String create() {
        return "CREATE EVENT TRIGGER " + Identifier.quote(name) + " ON " + event
                + (tags.isEmpty()
                        ? ""
                        : tags.stream().map(Literal::text).collect(Collectors.joining(", ", " WHEN TAG IN (", ")")))
                + " EXECUTE FUNCTION " + Identifier.quote(function) + "()";
    }
}
