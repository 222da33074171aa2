package dev.tenon.schema.internal.sql;

import dev.tenon.schema.internal.sql.parse.ScriptItem;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import dev.tenon.schema.internal.sql.parse.StatementReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads whole scripts in tests. */
public final class Scripts {

    private Scripts() {}

    public static List<String> texts(String script) {
        return statements(script).stream().map(SqlStatement::text).toList();
    }

    public static List<SqlStatement> statements(String script) {
        return items(script, comment -> false).stream()
                .map(SqlStatement.class::cast)
                .toList();
    }

    public static List<ScriptItem> items(String script, Predicate<String> isMarker) {
        return items(new StatementReader(new StringReader(script), isMarker));
    }

    static List<ScriptItem> items(Reader script, int longestStatement) {
        return items(new StatementReader(script, comment -> false, longestStatement));
    }

    private static List<ScriptItem> items(StatementReader reader) {
        List<ScriptItem> items = new ArrayList<>();
        try (reader) {
            for (ScriptItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
