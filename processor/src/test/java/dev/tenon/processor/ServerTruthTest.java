package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real server accepts every example that no rule refuses; the runtime's {@code GoldenDatabaseTest} checks the
 * goldens.
 */
class ServerTruthTest {

    /** The objects that the examples use without declaring them. */
    private static final List<String> SURROUNDINGS = List.of(
            "CREATE DOMAIN public.email AS text",
            "CREATE COLLATION public.german FROM \"C\"",
            "CREATE TEXT SEARCH CONFIGURATION public.\"my'config\" (COPY = simple)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tenon.processor.RulePagesTest#examples")
    void takesEveryMendedExample(RulePage page) throws SQLException {
        Javac javac = new Javac(folder);
        page.mended().forEach(javac::source);
        assertTaken(javac.compile().resource(CompiledSnapshot.RESOURCE));
    }

    private static void assertTaken(String snapshot) throws SQLException {
        CompiledSnapshot compiled = SnapshotJson.readCompiled(snapshot);
        MigrationDraft draft = MigrationDraft.of(Schema.EMPTY, compiled, Set.of());
        assertThat(draft.findings()).isEmpty();
        List<String> statements = new ArrayList<>(SURROUNDINGS);
        draft.steps().forEach(step -> step.statements().forEach(statement -> statements.add(statement.sql())));
        try (NewRoles roles = new NewRoles(compiled.schema().roles());
                TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    throw new AssertionError(refused.getMessage() + "\n" + sql, refused);
                }
            }
            assertThat(roles.names).isNotNull();
        }
    }

    /** Drops the roles that did not exist before, because roles outlive the database. */
    private static final class NewRoles implements AutoCloseable {

        private final List<String> names = new ArrayList<>();

        NewRoles(List<Role> roles) throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(DevPostgres.shared().jdbcUrl());
                    Statement statement = connection.createStatement()) {
                for (Role role : roles) {
                    try (ResultSet known =
                            statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role.name() + "'")) {
                        if (!known.next()) {
                            names.add(role.name());
                        }
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(DevPostgres.shared().jdbcUrl());
                    Statement statement = connection.createStatement()) {
                for (String name : names) {
                    statement.execute("DROP ROLE IF EXISTS \"" + name + "\"");
                }
            }
        }
    }
}
