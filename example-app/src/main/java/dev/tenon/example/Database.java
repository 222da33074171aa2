package dev.tenon.example;

import dev.tenon.runtime.CompiledSchema;
import dev.tenon.runtime.TenantSession;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The application's access to the database of {@code DATABASE_URL}, whose user is the migrator. */
final class Database {

    /** The login role of the application; on the demo's server, its password is the migrator's, which is random. */
    static final String LOGIN = "example_application";

    private Database() {}

    /** The tenant sessions of the application's login role. */
    static TenantSession tenants() {
        PGSimpleDataSource source = migrator();
        source.setUser(LOGIN);
        return TenantSession.of(source, CompiledSchema.load().tenancy().orElseThrow());
    }

    /** The connections of the migrator, which owns the tables. */
    static PGSimpleDataSource migrator() {
        return source(System.getenv("DATABASE_URL"));
    }

    /** Runs an INSERT, UPDATE or DELETE. */
    static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static PGSimpleDataSource source(String url) {
        URI uri = uri(url);
        String[] user = uri.getUserInfo().split(":", 2);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {uri.getHost()});
        source.setPortNumbers(new int[] {uri.getPort()});
        source.setDatabaseName(uri.getPath().substring(1));
        source.setUser(user[0]);
        source.setPassword(user.length > 1 ? user[1] : null);
        return source;
    }

    /** The error for an invalid URL does not repeat it, because it may contain a password. */
    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && uri.getUserInfo() != null) {
                return uri;
            }
        } catch (URISyntaxException refused) {
            // The message of this exception repeats the URL.
        }
        throw new IllegalArgumentException(
                "DATABASE_URL is not of the form postgres://user:password@host:port/database");
    }
}
