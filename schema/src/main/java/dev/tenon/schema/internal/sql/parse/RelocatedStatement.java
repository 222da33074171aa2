package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A CREATE statement that creates the same object, under the same name, in another schema.
 *
 * @param sql the statement
 * @param relation the table or view of the object, or of statistics, as the statement names it
 */
public record RelocatedStatement(String sql, Optional<QualifiedName> relation) {

    private static final Token NOTHING = new Token(TokenKind.WHITESPACE, "");

    /**
     * Parses the statement and writes it for the other schema. All other names stay unchanged.
     *
     * @param create the statement
     * @param schema the other schema; if the object is on a table, it has a table of the same name
     */
    public static RelocatedStatement to(String schema, String create) {
        List<Token> all = new ArrayList<>(SqlTokens.allOrNone(create));
        List<Integer> meaningful = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).kind().trivia()) {
                meaningful.add(i);
            }
        }
        CreateStatementParser head =
                new CreateStatementParser(meaningful.stream().map(all::get).toList());
        Optional<CreateStatement> made = head.read();
        if (made.isEmpty()) {
            return new RelocatedStatement(create, Optional.empty());
        }
        List<CreateStatementParser.NamePosition> places = head.places(made.get().kind());
        for (CreateStatementParser.NamePosition place : places) {
            meaningful.subList(place.from(), place.to()).forEach(at -> all.set(at, NOTHING));
            QualifiedName there = new QualifiedName(schema, place.name().name());
            all.set(meaningful.get(place.from()), new Token(TokenKind.WORD, Identifier.quote(there)));
        }
        boolean statistics = made.get().kind().equals("statistics") && places.size() > 1;
        return new RelocatedStatement(
                all.stream().map(Token::text).collect(Collectors.joining()),
                statistics ? Optional.of(places.get(1).name()) : made.get().on());
    }
}
