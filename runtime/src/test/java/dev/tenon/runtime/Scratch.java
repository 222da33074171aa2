package dev.tenon.runtime;

import dev.tenon.testing.postgres.DatabaseInitializer;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database for one test, with a connection and its own roles. Roles belong to the whole server, so a script names
 * {@code $app} and gets a role that no other database uses; the roles are dropped with the database.
 */
public final class Scratch implements AutoCloseable {

    private static final Pattern ROLE = Pattern.compile("(?<![\\w$])\\$([a-z]+)\\b(?!\\$)");

    private final DevPostgres server;
    private final TestDatabase database;
    private final Connection connection;
    private final List<String> roles = new ArrayList<>();

    private Scratch(DevPostgres server, TestDatabase database) throws SQLException {
        this.server = server;
        this.database = database;
        this.connection = database.connection();
    }

    /** Creates a database on the server of this JVM, which has pgvector. */
    public static Scratch create() throws SQLException {
        DevPostgres server = DevPostgres.shared();
        return new Scratch(server, server.database());
    }

    /** Creates a database on a server of that major version, which may lack pgvector. */
    public static Scratch create(int version) throws SQLException {
        DevPostgres server = DevPostgres.version(version);
        return new Scratch(server, server.database());
    }

    /** Creates a database from a template that the initializer fills; it runs once for each key. */
    public static Scratch create(int version, String key, DatabaseInitializer initializer) throws SQLException {
        DevPostgres server = DevPostgres.version(version);
        return new Scratch(server, server.template(key, initializer));
    }

    /** Returns the superuser's connection, in autocommit mode. */
    public Connection connection() {
        return connection;
    }

    public TestDatabase database() {
        return database;
    }

    /** Returns the real name of the role that scripts call {@code $<word>}; it is created on first use. */
    public String role(String word) {
        String name = word + "_" + database.name();
        if (!roles.contains(name)) {
            roles.add(name);
            run("CREATE ROLE " + name);
        }
        return name;
    }

    /** Runs a script as the superuser. */
    public Scratch execute(String script) {
        run(named(script));
        return this;
    }

    /** Runs a script as the superuser, without replacing role names. */
    public void executeAsIs(String script) {
        run(script);
    }

    /** Returns the first column of the first row as text; it may be null. */
    public @Nullable String text(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(named(query))) {
            if (!row.next()) {
                throw new AssertionError("no row: " + query);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(query + "\nfailed: " + e.getMessage(), e);
        }
    }

    /** Replaces roles by their real names. */
    public String named(String text) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = ROLE.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(result, role(matcher.group(1)));
        }
        return matcher.appendTail(result).toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
        try (Connection maintenance = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = maintenance.createStatement()) {
            for (String role : roles) {
                statement.execute("DROP ROLE IF EXISTS " + role);
            }
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + "\nfailed: " + e.getMessage(), e);
        }
    }
}
