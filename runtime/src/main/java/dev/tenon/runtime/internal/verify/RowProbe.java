package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;

/** Asks the rows of a live database what would be lost. A refused query counts as the worse answer. */
final class RowProbe {

    private final Connection connection;

    /** Asks within the current transaction of the connection. */
    RowProbe(Connection connection) {
        this.connection = connection;
    }

    /** The answer about the values of a column: whether all can be converted, and back without a difference. */
    record Conversion(String expression, boolean exact, Optional<String> refusal) {}

    boolean hasRows(QualifiedName table) throws SQLException {
        return exists("FROM " + Identifier.quote(table));
    }

    /** Whether it has values; a row value with a NULL in it counts, which IS NOT NULL denies. */
    boolean hasValues(QualifiedName table, String column) throws SQLException {
        return exists(
                "FROM " + Identifier.quote(table) + " WHERE " + Identifier.quote(column) + " IS DISTINCT FROM NULL");
    }

    boolean hasNulls(QualifiedName table, String column) throws SQLException {
        return exists("FROM " + Identifier.quote(table) + " WHERE " + Identifier.quote(column)
                + " IS NOT DISTINCT FROM NULL");
    }

    boolean hasValue(QualifiedName table, String column, String value) throws SQLException {
        return exists("FROM " + Identifier.quote(table) + " WHERE " + Identifier.quote(column) + "::text = "
                + Literal.text(value));
    }

    /** Tries to convert all values of a column from one type to another. */
    Conversion conversion(QualifiedName table, String column, ColumnType from, ColumnType to) throws SQLException {
        boolean direct = refusal("SELECT CAST(CAST(NULL AS " + TypeSql.name(from) + ") AS " + TypeSql.name(to) + ")")
                .isEmpty();
        String expression = "%s" + (direct ? "" : "::text") + "::" + TypeSql.name(to);
        String value = Identifier.quote(column);
        String converted = expression.formatted(value);
        Optional<String> refusal = refusal("SELECT count(" + converted + ") FROM " + Identifier.quote(table));
        boolean exact = refusal.isEmpty()
                && !exists("FROM " + Identifier.quote(table) + " WHERE CAST(" + converted + " AS " + TypeSql.name(from)
                        + ")::text IS DISTINCT FROM " + value + "::text");
        return new Conversion(expression, exact, refusal);
    }

    private boolean exists(String from) throws SQLException {
        boolean[] exists = {true};
        attempt("SELECT EXISTS (SELECT " + from + ")", row -> exists[0] = row);
        return exists[0];
    }

    private Optional<String> refusal(String sql) throws SQLException {
        return attempt(sql, row -> {});
    }

    /** Receives whether the first value is true. */
    private interface Answer {
        void is(boolean first);
    }

    private Optional<String> attempt(String sql, Answer answer) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Optional<String> refusal = Optional.empty();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                answer.is(row.next() && "t".equals(row.getString(1)));
            }
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            refusal = Optional.of(SqlStates.message(refused));
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return refusal;
    }
}
