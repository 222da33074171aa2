package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed statement that drops one routine.
 *
 * @param kind the kind of routine in upper case, as in {@code DROP FUNCTION}
 * @param name the routine
 * @param parameters its parameters in parentheses; empty if there are none
 */
public record DropRoutineStatement(String kind, QualifiedName name, String parameters) {

    private static final Set<String> KINDS = Set.of("function", "procedure", "aggregate", "routine");

    /** Parses the statement; empty for another one. */
    public static Optional<DropRoutineStatement> of(String drop) {
        StatementTokens tokens = new StatementTokens(drop);
        boolean routine = tokens.is(0, "drop")
                && tokens.size() > 2
                && KINDS.contains(tokens.get(1).name());
        int at = tokens.is(2, "if") ? 4 : 2;
        if (!routine || at >= tokens.size() || !tokens.get(at).mayName()) {
            return Optional.empty();
        }
        String kind = tokens.get(1).name().toUpperCase(Locale.ROOT);
        boolean qualified = tokens.is(at + 1, ".") && at + 2 < tokens.size();
        QualifiedName name = qualified
                ? new QualifiedName(
                        tokens.get(at).name(), tokens.get(at + 2).name())
                : new QualifiedName(QualifiedName.DEFAULT_SCHEMA, tokens.get(at).name());
        at += qualified ? 3 : 1;
        int end = tokens.is(at, "(") ? Math.min(tokens.close(at) + 1, tokens.size()) : at;
        boolean last = end == tokens.size() || (end + 1 == tokens.size() && tokens.is(end, "restrict"));
        return last
                ? Optional.of(new DropRoutineStatement(kind, name, tokens.text(at, end)))
                : Optional.empty();
    }

    /** The same for a routine of another name. */
    public DropRoutineStatement withName(QualifiedName other) {
        return new DropRoutineStatement(kind, other, parameters);
    }

    /** The statement. */
    public String sql() {
        return "DROP " + signature();
    }

    /** The statement that renames the routine. */
    public String rename(String after) {
        return "ALTER " + signature() + " RENAME TO " + Identifier.quote(after);
    }

    private String signature() {
        return kind + " " + Identifier.quote(name) + parameters;
    }
}
