package dev.tenon.runtime;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Tenancy;
import dev.tenon.testing.postgres.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A minimal tenant table for tests of units of work. */
final class TenantTable {

    static final Tenancy TENANCY = new Tenancy(
            QualifiedName.parse("t"), "tenant", "tenant", ColumnType.builtin("uuid"), "app.tenant_id", "tenon_session");

    private TenantTable() {}

    /** Recreates the table {@code t} of tenants, and the table {@code note} of the login role. */
    static void create(Connection connection) throws SQLException {
        Queries.run(connection, """
                DROP TABLE IF EXISTS t, note;
                DO $$ BEGIN
                    CREATE ROLE tenon_session NOLOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                DO $$ BEGIN
                    CREATE ROLE tenon_session_login LOGIN NOINHERIT PASSWORD 'tenon_session_login';
                    GRANT tenon_session TO tenon_session_login;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                CREATE TABLE t (tenant uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid, v int);
                CREATE TABLE note (v int);
                GRANT ALL ON note TO tenon_session_login;
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                GRANT ALL ON t TO tenon_session;
                CREATE POLICY p ON t TO tenon_session USING (tenant = current_setting('app.tenant_id')::uuid)""");
    }

    /** Returns the URL of the database for the application's login role. */
    static String loginUrl(TestDatabase database) {
        return urlAs(database, "tenon_session_login");
    }

    /** Returns the URL of the database for a login role whose password is its name. */
    static String urlAs(TestDatabase database, String role) {
        return database.jdbcUrl()
                .replaceAll("([?&]user=)[^&]*", "$1" + role)
                .replaceAll("([?&]password=)[^&]*", "$1" + role);
    }

    /** Returns a source of connections of a login role whose password is its name. */
    static DataSource sourceAs(TestDatabase database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(urlAs(database, role));
        return source;
    }

    /** Makes a role of the scratch database the login role of its application, and returns its name. */
    static String login(Scratch scratch) {
        String login = scratch.role("login");
        scratch.execute("ALTER ROLE $login LOGIN NOINHERIT PASSWORD '" + login + "'; GRANT $app TO $login");
        return login;
    }

    /** Returns a source of connections of the application's login role. */
    static DataSource loginSource(TestDatabase database) {
        return sourceAs(database, "tenon_session_login");
    }

    /** Returns a pool of one connection, which close() does not close. */
    static DataSource onePooled(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                TenantTable.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                TenantTable.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }
}
