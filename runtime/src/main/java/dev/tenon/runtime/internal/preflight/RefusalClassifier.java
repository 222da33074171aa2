package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Whether the server refuses an expression, or something else went wrong.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
final class RefusalClassifier {

    /** Syntax, columns, tables, grouping and window functions: independent of the definitions of types. */
    private static final Set<String> NAMES = Set.of("42601", "42703", "42P01", "42702", "42803", "42P20");

    /** Functions, operators, types, conversions, collations, and what an expression may contain. */
    private static final Set<String> TYPES =
            Set.of("42883", "42704", "42725", "42804", "42846", "42P18", "42P17", "42P21", "42P22", "0A000", "22P02");

    private RefusalClassifier() {}

    /** Whether it is an error in names or structure. */
    static boolean refusesNames(SQLException error) {
        return NAMES.contains(SqlStates.of(error));
    }

    /** Whether it is an error of types or of the value of a constant. */
    static boolean refusesTypes(SQLException error) {
        return TYPES.contains(SqlStates.of(error)) || refusesValue(error);
    }

    /** Whether a value cannot be converted, or breaks the rule of a domain or a function. */
    static boolean refusesValue(SQLException error) {
        String state = SqlStates.of(error);
        return state.startsWith("22") || state.equals("23514") || state.equals("23502") || state.equals("P0001");
    }

    /** Whether the error occurred within a function, which may use other objects. */
    static boolean isWithinFunction(SQLException error) {
        ServerErrorMessage server = server(error);
        return server != null && (server.getWhere() != null || server.getInternalQuery() != null);
    }

    /** Whether the error shows its place in the text of the statement, as that of the parser does. */
    static boolean isOfStatement(SQLException error) {
        ServerErrorMessage server = server(error);
        return server != null && server.getPosition() > 0;
    }

    /** Returns the number of line ends before the place of the error. */
    static int lineWithin(String sql, SQLException error) {
        ServerErrorMessage server = server(error);
        int end = server == null ? 0 : Math.min(Math.max(0, server.getPosition() - 1), sql.length());
        return (int) sql.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static @Nullable ServerErrorMessage server(SQLException error) {
        return error instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    }
}
