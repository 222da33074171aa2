package dev.tenon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tenon.testing.postgres.InjectDatabase;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a {@link TenonTest} class gets, on each version of JUnit that the build runs this class on. */
@TenonTest(migrations = TenonExtensionTest.MIGRATIONS)
class TenonExtensionTest {
    /** The migrations of the example, relative to this module's folder. */
    static final String MIGRATIONS = "../example-app/src/main/resources/db/migrations";

    private final DataSource dataSource;

    TenonExtensionTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void junitIsOfTheVersionThatTheBuildNames() {
        assertThat(Test.class.getPackage().getImplementationVersion()).isEqualTo(System.getProperty("tenon.junit"));
    }

    @Test
    void theMigrationsAreApplied() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(count(connection, "tenon.history")).isPositive();
            assertThat(count(connection, "public.organization")).isZero();
        }
    }

    @Nested
    class Inside {
        @Test
        void aNestedClassSharesTheDatabase(TestDatabase database) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(database.name());
            }
        }
    }

    @Test
    void afterTheClassNothingIsLeftOfIt(Connection connection) throws SQLException {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sample.class))
                .execute();
        assertThat(results.testEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(Sample.CONNECTIONS).hasSize(6);
        for (Connection used : Sample.CONNECTIONS) {
            assertThat(used.isClosed()).isTrue();
        }
        assertThat(Sample.NAMES).hasSize(1);
        assertThat(count(
                        connection,
                        "pg_database WHERE datname = '"
                                + Sample.NAMES.iterator().next() + "'"))
                .isZero();
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs only through JUnit's test kit. */
    @TenonTest(migrations = MIGRATIONS)
    static class Sample {
        private static final List<Connection> CONNECTIONS = new ArrayList<>();
        private static final Set<String> NAMES = new HashSet<>();

        private final Connection ofConstructor;

        @InjectDatabase
        private Connection field;

        Sample(Connection ofConstructor) {
            this.ofConstructor = ofConstructor;
        }

        @BeforeEach
        void remember(TestDatabase database) {
            CONNECTIONS.addAll(List.of(ofConstructor, field));
            NAMES.add(database.name());
        }

        @Test
        void first(Connection parameter) {
            CONNECTIONS.add(parameter);
        }

        @Test
        void second(Connection parameter) {
            CONNECTIONS.add(parameter);
        }
    }
}
