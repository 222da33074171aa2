package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs probes in one transaction as the application role and a tenant; each is rolled back to a savepoint.
 */
public final class ProbeSession {

    /**
     * Migrators set row_security to off; the application has it on. Timeouts limit the impact of a probe on other
     * sessions.
     */
    private static final String OPEN = SearchPath.SET_OWN_LOCALLY + """
            ; SELECT pg_catalog.set_config('row_security', 'on', true),
                pg_catalog.set_config('statement_timeout', '30s', true), pg_catalog.set_config('lock_timeout', '3s', true)""";

    /** A savepoint hides an outer one of the same name until it is released, so these nest; each is one round trip. */
    private static final String SAVEPOINT = "SAVEPOINT tenon_probe";

    private static final String RELEASE = "RELEASE SAVEPOINT tenon_probe";

    private static final String UNDO = "ROLLBACK TO SAVEPOINT tenon_probe; " + RELEASE;

    private static final Pattern DEFAULT_SCHEMA = Pattern.compile("(?<![\\w$.\"])public\\.");

    private final Connection connection;
    private final String role;
    private final String setting;
    private final String ownRole;
    private final EqualityOperator equality = new EqualityOperator(this);
    private final ApplicationPrivileges privileges = new ApplicationPrivileges();

    private ProbeSession(Connection connection, String role, String setting, String ownRole) {
        this.connection = connection;
        this.role = role;
        this.setting = setting;
        this.ownRole = ownRole;
    }

    /** Opens the session in the connection's transaction. */
    public static ProbeSession open(Connection connection, String role, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OPEN);
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
            try (ResultSet rows = statement.executeQuery("SELECT current_setting('role')")) {
                rows.next();
                return new ProbeSession(connection, role, setting, rows.getString(1));
            }
        }
    }

    /** Sets the settings of the session again, after other code of this transaction has changed them. */
    public void restoreSettings() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OPEN);
        }
    }

    /** Returns the name of the tenant setting. */
    public String setting() {
        return setting;
    }

    /** Returns the application role. */
    public String role() {
        return role;
    }

    /**
     * An action of a probe.
     *
     * @param <T> the type of its result
     */
    public interface ProbeAction<T> {
        T run() throws SQLException, FixtureException;
    }

    /**
     * A query.
     *
     * @param <T> the type of its result
     */
    public interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs a query on the connection of the session. */
    public <T> T run(Query<T> query) throws SQLException {
        return query.run(connection);
    }

    /** Runs an action and rolls it back, including role and settings. */
    public <T> T inSavepoint(ProbeAction<T> action) throws SQLException, FixtureException {
        send(SAVEPOINT);
        try {
            return action.run();
        } finally {
            send(UNDO);
        }
    }

    private void send(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sets the application role; the tenant setting stays as it is. */
    public void setApplicationRole() throws SQLException {
        texts("SELECT set_config('role', ?, true)", role);
    }

    /** Tries to set the application role. */
    public StatementResult trySetApplicationRole() throws SQLException {
        StatementResult result = execute("SET LOCAL ROLE " + Identifier.quote(role));
        if (result.ok()) {
            resetRole();
        }
        return result;
    }

    /** Sets the application role and the tenant. */
    public void enterTenant(String tenant) throws SQLException {
        texts("SELECT set_config('role', ?, true), set_config(?, ?, true)", role, setting, tenant);
    }

    /** Sets the tenant setting. */
    public void setTenant(String tenant) throws SQLException {
        texts("SELECT set_config(?, ?, true)", setting, tenant);
    }

    /** Resets the role to the migrator's. */
    public void resetRole() throws SQLException {
        texts("SELECT set_config('role', ?, true)", ownRole);
    }

    /** Whether the application role has a privilege on the table or on one of its columns. */
    public boolean hasPrivilege(String privilege, ProbeTarget target) throws SQLException {
        return privileges.include(privilege, target, this);
    }

    /** Whether the session never had a tenant setting; after the first value it can only be empty. */
    public boolean isSettingUnset() throws SQLException {
        return texts("SELECT 'never' WHERE current_setting(?, true) IS NULL", setting)
                        .size()
                == 1;
    }

    /**
     * Runs a statement and keeps its effect unless it fails. Triggers and policies resolve names as in a migration; the
     * statement itself must qualify functions and operators.
     */
    public StatementResult execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(SAVEPOINT + "; " + SearchPath.SET_FOR_MIGRATIONS_LOCALLY + "; " + sql + "; "
                    + SearchPath.SET_OWN_LOCALLY + "; " + RELEASE);
            statement.getMoreResults();
            return statement.getMoreResults()
                    ? StatementResult.of(number(statement))
                    : StatementResult.of(statement.getUpdateCount());
        } catch (SQLException failure) {
            StatementError refusal = StatementError.unlessLost(failure);
            send(UNDO);
            return StatementResult.refused(refusal);
        }
    }

    /** Sets the search path of migrations until the end of the action. */
    public void migrationPath() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SearchPath.SET_FOR_MIGRATIONS_LOCALLY);
        }
    }

    /** Returns the condition that the expression equals the tenant's key, with the operator of the tenant column. */
    public String isTenant(ProbeTarget target, String expression, FixtureTenant tenant) throws SQLException {
        ColumnType type = target.table().column(target.column()).orElseThrow().type();
        return expression + " " + equality.of(type) + " " + tenant.value();
    }

    /** Returns the first column of a query. */
    public List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private PreparedStatement prepared(String sql, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    /** Runs statements and a query, and rolls all of them back; empty if the server refuses one of them. */
    public Optional<String> tried(List<String> statements, String query) throws SQLException {
        send(SAVEPOINT);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String each : statements) {
                statement.execute(each);
            }
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            StatementError.unlessLost(failure);
            return Optional.empty();
        } finally {
            send(UNDO);
        }
    }

    /** Returns the rows of a query as text. */
    public List<List<Optional<String>>> rows(String sql, String... parameters) throws SQLException {
        List<List<Optional<String>>> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<Optional<String>> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(Optional.ofNullable(rows.getString(i)));
                }
                all.add(row);
            }
        }
        return all;
    }

    /** Returns the first column of a query; object names in it lose the default schema. */
    public List<String> names(String sql, String... parameters) throws SQLException {
        return texts(sql, parameters).stream()
                .map(text -> DEFAULT_SCHEMA.matcher(text).replaceAll(""))
                .toList();
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
