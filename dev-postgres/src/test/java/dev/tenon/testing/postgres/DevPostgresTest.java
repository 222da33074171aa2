package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shared server, and the databases on it. */
class DevPostgresTest {
    private final DevPostgres server = DevPostgres.shared();

    @Test
    void oneServerServesTheWholeJvm() {
        assertThat(DevPostgres.shared()).isSameAs(server);
    }

    @Test
    void aDurableServerWaitsForTheDiskAndIsNotTheSharedOne() throws SQLException {
        assertThat(setting(DevPostgres.durable(), "fsync")).isEqualTo("on");
        assertThat(setting(DevPostgres.durable(), "synchronous_commit")).isEqualTo("on");
        assertThat(DevPostgres.durable()).isSameAs(DevPostgres.durable()).isNotSameAs(server);
    }

    private static String setting(DevPostgres of, String name) throws SQLException {
        try (TestDatabase database = of.database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            return text(statement, "SHOW " + name);
        }
    }

    @Test
    void pgvectorCanBeCreatedAndIndexed() throws SQLException {
        try (TestDatabase database = server.database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension vector");
            statement.execute("create table t(e halfvec(3))");
            statement.execute("insert into t values ('[1,2,3]'), ('[3,2,1]')");
            statement.execute("create index on t using hnsw (e halfvec_ip_ops)");
            assertThat(text(statement, "select e from t order by e <#> '[3,0,0]' limit 1"))
                    .isEqualTo("[3,2,1]");
        }
    }

    @Test
    void databasesAreIndependent() throws SQLException {
        try (TestDatabase one = server.database();
                TestDatabase other = server.database();
                Connection inOne = one.connection();
                Connection inOther = other.connection();
                Statement toOne = inOne.createStatement();
                Statement toOther = inOther.createStatement()) {
            toOne.execute("create table only_here()");
            assertThat(one.name()).isNotEqualTo(other.name());
            assertThat(text(toOther, "select to_regclass('only_here')")).isEqualTo("null");
        }
    }

    @Test
    void aNewDatabaseIsUtf8CollatedByCodePointAndEmpty() throws SQLException {
        try (TestDatabase database = server.database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            assertThat(text(
                            statement,
                            "select concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datlocprovider)"
                                    + " from pg_database where datname = current_database()"))
                    .isEqualTo("UTF8 C c");
            assertThat(text(statement, "select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                    .isEqualTo("0");
        }
    }

    @Test
    void closingDropsTheDatabaseUnderItsConnections() throws SQLException {
        TestDatabase database = server.database();
        try (Connection left = database.connection()) {
            database.close();
            database.close();
            assertThat(left.isValid(5)).isFalse();
        }
        try (TestDatabase another = server.database();
                Connection connection = another.connection();
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "select count(*) from pg_database where datname = '" + database.name() + "'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void manyThreadsGetManyDatabases() {
        Set<String> names = IntStream.range(0, 12)
                .parallel()
                .mapToObj(each -> {
                    try (TestDatabase database = server.database();
                            Connection connection = database.connection()) {
                        return connection.getCatalog();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
        assertThat(names).hasSize(12);
    }

    static String text(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }
}
