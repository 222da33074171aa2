package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item after SELECT.
 *
 * @param expression the tokens of its expression
 * @param alias the name that it gives the expression
 */
record SelectedItem(List<Token> expression, Optional<String> alias) {

    /** The items between SELECT and the next clause; the expressions after DISTINCT ON are items at the end. */
    static List<SelectedItem> all(List<Token> list) {
        int begin = 0;
        List<Token> distinct = List.of();
        if (!list.isEmpty() && list.get(0).is("all")) {
            begin = 1;
        } else if (!list.isEmpty() && list.get(0).is("distinct")) {
            begin = 1;
            if (list.size() > 2 && list.get(1).is("on") && list.get(2).is("(")) {
                int close = TokenLists.closing(list, 2);
                distinct = list.subList(3, close);
                begin = close + 1;
            }
        }
        List<SelectedItem> items = new ArrayList<>();
        TokenLists.separated(list.subList(Math.min(begin, list.size()), list.size()))
                .forEach(item -> items.add(of(item)));
        TokenLists.separated(distinct).forEach(item -> items.add(new SelectedItem(item, Optional.empty())));
        return items;
    }

    /** The expression that an element of GROUP BY means, which may be the number or the name of an item. */
    static List<Token> meant(List<Token> element, List<SelectedItem> items) {
        if (element.size() != 1) {
            return element;
        }
        Token only = element.get(0);
        for (int number = 1; number <= items.size(); number++) {
            SelectedItem item = items.get(number - 1);
            boolean named =
                    only.mayName() && item.alias().filter(only.name()::equals).isPresent();
            if (named || only.is(Integer.toString(number))) {
                return item.expression();
            }
        }
        return element;
    }

    private static SelectedItem of(List<Token> item) {
        int size = item.size();
        Token last = item.get(size - 1);
        if (size > 2 && item.get(size - 2).is("as")) {
            return new SelectedItem(item.subList(0, size - 2), Optional.of(last.name()));
        }
        boolean named = size > 1
                && last.mayName()
                && (last.kind() == TokenKind.QUOTED_NAME || !Identifier.isKeyword(last.name()))
                && endsOperand(item.get(size - 2));
        return named
                ? new SelectedItem(item.subList(0, size - 1), Optional.of(last.name()))
                : new SelectedItem(item, Optional.empty());
    }

    /** Whether an expression may end with the token. */
    private static boolean endsOperand(Token token) {
        return token.kind() == TokenKind.CLOSE
                || token.kind() == TokenKind.CONSTANT
                || token.kind() == TokenKind.QUOTED_NAME
                || (token.kind() == TokenKind.WORD && (!Identifier.isKeyword(token.name()) || token.is("end")));
    }
}
