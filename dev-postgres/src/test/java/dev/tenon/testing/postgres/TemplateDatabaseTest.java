package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Templates: filled once, cloned often. */
class TemplateDatabaseTest {
    private final DevPostgres server = DevPostgres.shared();
    private final AtomicInteger fillings = new AtomicInteger();

    @Test
    void aTemplateIsFilledOnceForAllClones() {
        Set<String> clones = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 8).parallel().forEach(each -> {
            try (TestDatabase clone = server.template("filled once", this::fill)) {
                clones.add(clone.name());
            }
        });
        assertThat(clones).hasSize(8);
        assertThat(fillings).hasValue(1);
    }

    @Test
    void clonesHaveTheContentsOfTheTemplateAndAreIndependent() throws SQLException {
        try (TestDatabase one = server.template("isolated", this::fill);
                TestDatabase other = server.template("isolated", this::fill)) {
            assertThat(run(one, "insert into t values (2) returning (select count(*) from t)"))
                    .isEqualTo("1");
            assertThat(run(one, "select count(*) from t")).isEqualTo("2");
            assertThat(run(other, "select count(*) from t")).isEqualTo("1");
        }
    }

    @Test
    void aConnectionThatTheInitializerLeftOpenDoesNotPreventCloning() throws SQLException {
        try (TestDatabase clone = server.template("forgotten connection", this::fillAndForget)) {
            assertThat(run(clone, "select count(*) from t")).isEqualTo("1");
        }
    }

    @Test
    void afterAFailureTheNextCallFillsAgain() throws SQLException {
        assertThatThrownBy(() -> server.template("fails first", template -> {
                    throw new SQLException("no luck");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("could not fill the template database \"fails first\": no luck");
        try (TestDatabase clone = server.template("fails first", this::fill)) {
            assertThat(run(clone, "select count(*) from t")).isEqualTo("1");
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private void fillAndForget(TestDatabase template) throws SQLException {
        fill(template);
        template.connection();
    }

    private void fill(TestDatabase template) throws SQLException {
        fillings.incrementAndGet();
        try (Connection connection = template.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t(id int); insert into t values (1)");
        }
    }

    private static String run(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            return DevPostgresTest.text(statement, query);
        }
    }
}
