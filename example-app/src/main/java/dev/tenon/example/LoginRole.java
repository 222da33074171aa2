package dev.tenon.example;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Creates the login role of the application: it may become the application role, and has no privileges of its own. */
public final class LoginRole {

    private static final String CREATE = """
            DO $$ BEGIN
                CREATE ROLE %1$s LOGIN NOINHERIT;
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            GRANT authenticated TO %1$s;
            ALTER ROLE %1$s PASSWORD %2$s""";

    private LoginRole() {}

    /**
     * Creates the role on the server of {@code DATABASE_URL}, whose migrations have created the application role.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException {
        PGSimpleDataSource migrator = Database.migrator();
        String password = migrator.getPassword();
        try (Connection connection = migrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    CREATE.formatted(Database.LOGIN, password == null ? "NULL" : statement.enquoteLiteral(password)));
        }
        System.out.println("  " + Database.LOGIN + ", a member of authenticated with no privileges of its own");
    }
}
