package dev.tenon.example;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates the login role of the application: it may become the application role, and has no privileges of its own. */
public final class LoginRole {

    private static final String CREATE = """
            DO $$ BEGIN
                CREATE ROLE %1$s LOGIN NOINHERIT PASSWORD '%1$s';
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            GRANT authenticated TO %1$s""".formatted(Database.LOGIN);

    private LoginRole() {}

    /**
     * Creates the role on the server of {@code DATABASE_URL}, whose migrations have created the application role.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = Database.migrator().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        System.out.println("  " + Database.LOGIN + ", a member of authenticated with no privileges of its own");
    }
}
