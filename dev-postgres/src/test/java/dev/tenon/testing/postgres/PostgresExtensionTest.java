package dev.tenon.testing.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A {@link PostgresTest} class, seen from inside and from outside. */
@PostgresTest
class PostgresExtensionTest {
    private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();
    private static final Set<Connection> CONNECTIONS = ConcurrentHashMap.newKeySet();

    @InjectDatabase
    private TestDatabase database;

    @Test
    void everyKindOfParameterIsOfTheSameDatabase(TestDatabase parameter, DataSource source, Connection connection)
            throws SQLException {
        assertThat(parameter).isSameAs(database);
        assertThat(connection.getCatalog()).isEqualTo(database.name());
        try (Connection another = source.getConnection()) {
            assertThat(another.getCatalog()).isEqualTo(database.name());
        }
    }

    @Nested
    class Inside {
        @InjectDatabase
        private DataSource inner;

        @Test
        void aNestedClassSharesTheDatabaseOfItsOuterClass(TestDatabase parameter) throws SQLException {
            assertThat(parameter).isSameAs(database);
            try (Connection connection = inner.getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(database.name());
            }
        }
    }

    @Nested
    @PostgresTest(version = 16)
    class InsideWithItsOwnVersion {
        @Test
        void aNestedClassMayHaveItsOwnServer(TestDatabase parameter, Connection connection) throws SQLException {
            assertThat(parameter).isNotSameAs(database);
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(16);
        }
    }

    @Test
    void eachClassHasItsDatabaseAlsoInParallelAndItIsDroppedAfterwards(Connection connection) throws SQLException {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OneSample.class), selectClass(AnotherSample.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .execute();
        assertThat(results.testEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);

        Set<String> names = new HashSet<>(DATABASES.values());
        assertThat(names).hasSize(2);
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                assertThat(DevPostgresTest.text(
                                statement, "select count(*) from pg_database where datname = '" + name + "'"))
                        .as(name)
                        .isEqualTo("0");
            }
        }
        assertThat(CONNECTIONS).hasSize(6).allMatch(PostgresExtensionTest::closed);
    }

    @Test
    void aFieldOfAnotherTypeIsAnErrorThatNamesTheSupportedTypes() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(InvalidSample.class))
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message(text -> text.startsWith(
                                "@InjectDatabase cannot set ")
                        && text.endsWith("make it a TestDatabase, a DataSource or a Connection, and not final")))));
    }

    @Test
    void aConnectionOfAConstructorLivesAsLongAsTheInstance() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ConstructorSample.class))
                .execute();
        assertThat(results.testEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
    }

    private static boolean closed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Run by the test kit only. */
    @PostgresTest
    abstract static class Sample {
        @InjectDatabase
        private Connection field;

        @BeforeAll
        static void prepare(Connection connection) throws SQLException {
            CONNECTIONS.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table t()");
            }
        }

        @BeforeEach
        void remember(TestDatabase database) {
            DATABASES.put(getClass().getName(), database.name());
            CONNECTIONS.add(field);
        }

        @Test
        void theTableOfBeforeAllIsThere() throws SQLException {
            try (Statement statement = field.createStatement()) {
                assertThat(DevPostgresTest.text(statement, "select count(*) from t"))
                        .isEqualTo("0");
            }
        }

        @Test
        void theDatabaseStaysTheSameThroughTheClass(TestDatabase database) {
            assertThat(List.of(requireNonNull(DATABASES.get(getClass().getName()))))
                    .containsExactly(database.name());
        }
    }

    /** One of two classes that run in parallel. */
    static class OneSample extends Sample {}

    /** The other class. */
    static class AnotherSample extends Sample {}

    /** Its constructors get connections. */
    @PostgresTest
    static class ConstructorSample {
        private static final Set<Connection> EARLIER = ConcurrentHashMap.newKeySet();
        private final Connection outer;

        ConstructorSample(Connection outer) {
            this.outer = outer;
        }

        @RepeatedTest(2)
        void isOpenWhenThoseOfEarlierTestsAreClosed() {
            check(outer);
        }

        private static void check(Connection... open) {
            assertThat(open).noneMatch(PostgresExtensionTest::closed);
            assertThat(EARLIER).allMatch(PostgresExtensionTest::closed);
            EARLIER.addAll(List.of(open));
        }

        @Nested
        class Inside {
            private final Connection inner;

            Inside(Connection inner) {
                this.inner = inner;
            }

            @RepeatedTest(2)
            void soIsThatOfTheInstanceAroundIt() {
                check(outer, inner);
            }
        }
    }

    /** Requests an unsupported type. */
    @PostgresTest
    static class InvalidSample {
        @InjectDatabase
        private String nonsense = "";

        @Test
        void isNotReached() {
            throw new AssertionError(nonsense);
        }
    }
}
