package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a small piece of SQL.
 *
 * @param statements the statements without the semicolons between them
 * @param fault its error; if there is one, there are no statements
 */
public record SqlScript(List<String> statements, Optional<String> fault) {

    public SqlScript {
        statements = List.copyOf(statements);
    }

    /** Reads the SQL. */
    public static SqlScript of(String sql) {
        List<String> statements = new ArrayList<>();
        try (StatementReader reader = new StatementReader(new StringReader(sql))) {
            for (ScriptItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof SqlStatement statement) {
                    statements.add(statement.text());
                }
            }
            return new SqlScript(statements, Optional.empty());
        } catch (SqlSyntaxException broken) {
            return new SqlScript(List.of(), Optional.of(broken.problem()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
    }
}
