package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.runtime.internal.preflight.StatementShape.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Determines the shape of ALTER TABLE by its actions. */
final class TableAction {

    static final StatementPattern HEAD =
            new StatementPattern("alter table(?: if exists)?(?: only)? (?!if\\b|only\\b)<name>");

    private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*))";

    /** An action that changes columns, anywhere in the statement. */
    private static final Pattern COLUMN =
            pattern("\\b(?:add|drop|alter|rename) column (?:if (?:not )?exists )?" + NAME + "(?: to " + NAME + ")?");

    private static final Pattern COLUMN_FIRST = pattern("^ (?:add|drop|alter|rename) column\\b");

    /** A check of Tenon's own that cannot be refused before the rows are read. */
    private static final Pattern NOT_NULL =
            pattern("^ add constraint " + NAME + " check \\(" + NAME + " is not null\\) not valid$");

    private static final Pattern EXPRESSION = pattern("^ add (?:constraint " + NAME + " )?(?:check|exclude)\\b");

    private static final Pattern NEUTRAL = pattern("^ (?:add constraint " + NAME + " (?:foreign key|primary key|unique)"
            + "|(?:validate|drop|rename|alter) constraint|enable|disable|force|no force|owner to|set \\(|reset \\("
            + "|set (?:logged|unlogged|tablespace|access method|without)|cluster|replica identity)");

    private static final Pattern INHERITANCE =
            pattern("^ (?:attach partition|detach partition|inherit|no inherit) ((?:" + NAME + "\\.)?" + NAME + ")");

    private TableAction() {}

    static StatementShape parse(String sql, Matcher head) {
        String table = head.group(1);
        String rest = sql.substring(head.end(1));
        StringBuilder columns = new StringBuilder();
        Matcher column = COLUMN.matcher(rest);
        while (column.find()) {
            columns.append(column.group(1)).append(' ').append(column.group(2)).append(' ');
        }
        if (COLUMN_FIRST.matcher(rest).find()) {
            return on(Kind.COLUMNS, table, rest, columns.toString());
        }
        Matcher required = NOT_NULL.matcher(rest);
        if (columns.isEmpty() && required.find()) {
            return on(Kind.REQUIRED, table, rest, required.group(2));
        }
        if (columns.isEmpty() && EXPRESSION.matcher(rest).find()) {
            return on(Kind.EXPRESSION, table, rest, "");
        }
        Matcher inheritance = INHERITANCE.matcher(rest);
        if (inheritance.find()) {
            return StatementShape.named(
                    Kind.NAMES,
                    NameParser.parse(table).name()
                            + " "
                            + NameParser.parse(inheritance.group(1)).name());
        }
        return columns.isEmpty() && NEUTRAL.matcher(rest).find()
                ? StatementShape.of(Kind.NEUTRAL)
                : StatementShapeParser.names(Kind.NAMES, sql);
    }

    private static StatementShape on(Kind kind, String table, String rest, String names) {
        return StatementShape.on(kind, table, "ALTER TABLE ", rest, names);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
