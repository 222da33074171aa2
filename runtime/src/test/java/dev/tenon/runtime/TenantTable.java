package dev.tenon.runtime;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Tenancy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A minimal tenant table for tests of units of work. */
final class TenantTable {

    static final Tenancy TENANCY = new Tenancy(
            QualifiedName.parse("t"), "tenant", "tenant", ColumnType.builtin("uuid"), "app.tenant_id", "tenon_session");

    private TenantTable() {}

    /** Recreates the table {@code t}. */
    static void create(Connection connection) throws SQLException {
        Queries.run(connection, """
                DROP TABLE IF EXISTS t;
                DO $$ BEGIN
                    CREATE ROLE tenon_session NOLOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                CREATE TABLE t (tenant uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid, v int);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                GRANT ALL ON t TO tenon_session;
                CREATE POLICY p ON t TO tenon_session USING (tenant = current_setting('app.tenant_id')::uuid)""");
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
