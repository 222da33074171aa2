package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Runs probes in one transaction as the application role and a tenant; each is rolled back to a savepoint.
 */
public final class ProbeSession {

    /** Migrators switch row-level security to errors; the application has it on. Timeouts keep a probe from being in the way. */
    private static final String OPEN = SearchPath.SET_OWN_LOCALLY + """
            ; SELECT pg_catalog.set_config('row_security', 'on', true),
                pg_catalog.set_config('statement_timeout', '30s', true), pg_catalog.set_config('lock_timeout', '3s', true)""";

    private static final Pattern USUAL_SCHEMA = Pattern.compile("(?<![\\w$.\"])public\\.");

    private static final Set<String> OF_COLUMNS = Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES");

    private static final String MAY = "SELECT 'may' WHERE has_table_privilege(?, ?, ?)";

    private static final String MAY_SOME = "SELECT 'may' WHERE has_any_column_privilege(?, ?, ?)";

    private final Connection connection;
    private final String role;
    private final String setting;
    private final String ownRole;
    private final EqualityOperator equality = new EqualityOperator(this);

    private ProbeSession(Connection connection, String role, String setting, String ownRole) {
        this.connection = connection;
        this.role = role;
        this.setting = setting;
        this.ownRole = ownRole;
    }

    /** Opens it in the transaction that the connection is in. */
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

    /** The setting that names a session's tenant. */
    public String setting() {
        return setting;
    }

    /** The application role. */
    public String role() {
        return role;
    }

    /**
     * What is done on the stage.
     *
     * @param <T> what comes of it
     */
    public interface Scene<T> {
        T play() throws SQLException, FixtureException;
    }

    /** Plays a scene and undoes it, roles and settings included. */
    public <T> T aside(Scene<T> scene) throws SQLException, FixtureException {
        Savepoint before = connection.setSavepoint();
        try {
            return scene.play();
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    /** Slips into the application role; the tenant setting stays as it is. */
    public void becomeApplication() throws SQLException {
        texts("SELECT set_config('role', ?, true)", role);
    }

    /** Whether the migrator may slip into the application role at all. */
    public StatementResult tryApplication() throws SQLException {
        StatementResult answer = ask("SET LOCAL ROLE " + Identifier.quote(role));
        if (answer.ok()) {
            becomeSelf();
        }
        return answer;
    }

    /** Slips into the application role and sets the tenant setting. */
    public void become(String tenant) throws SQLException {
        becomeApplication();
        setTenant(tenant);
    }

    /** Sets the tenant setting. */
    public void setTenant(String tenant) throws SQLException {
        texts("SELECT set_config(?, ?, true)", setting, tenant);
    }

    /** Takes on the migrator's role again. */
    public void becomeSelf() throws SQLException {
        texts("SELECT set_config('role', ?, true)", ownRole);
    }

    /** Whether the application role has a privilege on the table, or on a column of it. */
    public boolean may(String privilege, ProbeTarget subject) throws SQLException {
        boolean ofColumns = OF_COLUMNS.contains(privilege);
        return !texts(ofColumns ? MAY_SOME : MAY, role, subject.sql(), privilege)
                .isEmpty();
    }

    /** Whether nobody has set the tenant setting in this session so far; afterwards it can only be empty. */
    public boolean neverSet() throws SQLException {
        return texts("SELECT 'never' WHERE current_setting(?, true) IS NULL", setting)
                        .size()
                == 1;
    }

    /**
     * Runs a statement and keeps what it does, unless the server refuses it. Triggers and policies that it meets find their names
     * where a migration finds them; the statement itself says of each function and operator where it is.
     */
    public StatementResult ask(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(SearchPath.SET_THEIRS_LOCALLY + "; " + sql + "; " + SearchPath.SET_OWN_LOCALLY);
            StatementResult answer = statement.getMoreResults()
                    ? StatementResult.of(number(statement))
                    : StatementResult.of(statement.getUpdateCount());
            connection.releaseSavepoint(before);
            return answer;
        } catch (SQLException failure) {
            StatementError refusal = StatementError.unlessLost(failure);
            connection.rollback(before);
            connection.releaseSavepoint(before);
            return StatementResult.refused(refusal);
        }
    }

    /** Has names mean what they mean in a migration, until the scene is over. */
    public void theirPath() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SearchPath.SET_THEIRS_LOCALLY);
        }
    }

    /** A condition: that the expression is equal to the tenant's key, as keys of the subject's tenant column are. */
    public String isTenant(ProbeTarget subject, String expression, FixtureTenant tenant) throws SQLException {
        ColumnType type = subject.table().column(subject.column()).orElseThrow().type();
        return expression + " " + equality.of(type) + " " + tenant.value();
    }

    /** Begins to copy rows in, which is broken off unless the server refuses it. */
    public StatementResult copyIn(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            copies().copyIn(sql).cancelCopy();
            return StatementResult.of(0);
        } catch (SQLException failure) {
            return StatementResult.refused(StatementError.unlessLost(failure));
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    /** The lines that a copy has. */
    public List<String> copyOut(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        CopyOut copy = copies().copyOut(sql);
        for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
            lines.add(new String(line, StandardCharsets.UTF_8).stripTrailing());
        }
        return lines;
    }

    private CopyManager copies() throws SQLException {
        theirPath();
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** The first column of a query's rows. */
    public List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    /** The same, where the texts have names of objects in them: without the schema that goes without saying. */
    public List<String> names(String sql, String... parameters) throws SQLException {
        return texts(sql, parameters).stream()
                .map(text -> USUAL_SCHEMA.matcher(text).replaceAll(""))
                .toList();
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
