package dev.tenon.schema.internal.sql;

import dev.tenon.schema.internal.sql.parse.SqlLexer;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Finds which defaults can be written in the definition of a column unchanged. The grammar accepts only simple
 * expressions there, to find where the default ends and the column's constraints begin.
 */
final class InlineDefaultRule {

    /** Words that no simple expression contains, or that would begin a constraint. */
    private static final Set<String> ELSEWHERE = Set.of("""
            and at between check collate compression constraint deferrable enforced generated ilike in initially is
            isnull like not notnull null or overlaps primary references similar storage unique""".split("\\s+", -1));

    private InlineDefaultRule() {}

    /** Whether the expression needs no parentheses around it. */
    static boolean standsAlone(String sql) {
        if (sql.strip().equalsIgnoreCase("null")) {
            return true;
        }
        SqlLexer lexer = new SqlLexer(sql);
        int depth = 0;
        boolean alone = true;
        try {
            while (lexer.next()) {
                switch (lexer.kind()) {
                    case OPEN -> depth++;
                    case CLOSE -> depth--;
                    case LINE_COMMENT -> alone = false;
                    case WORD ->
                        alone &= depth > 0 || !ELSEWHERE.contains(lexer.text().toLowerCase(Locale.ROOT));
                    default -> {}
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
        return alone;
    }
}
