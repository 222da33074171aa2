package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants are isolated in partitions as well, and a leak through a partition is found. */
class PartitionedTenantsTest {

    private final Scratch scratch;
    private final Schema schema;

    PartitionedTenantsTest() throws SQLException {
        scratch = Scratch.create();
        schema = WeakenedSchema.PARTITIONS.create(scratch);
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void everyProbeIsTriedWithRowsAndHolds() throws SQLException {
        IsolationReport report = IsolationProof.prove(scratch.connection(), schema);
        assertThat(report.failures()).isEmpty();
        assertThat(report.results())
                .filteredOn(result -> result.verdict() == Verdict.HELD)
                .extracting(result -> result.at() + " " + result.probe())
                .contains(
                        "table reading partitions",
                        "table reading other-select",
                        "table reading other-insert",
                        "table visit partitions",
                        "table visit other-select");
    }

    @Test
    void generatedRowsFitAPartition() throws SQLException {
        scratch.execute("DROP TABLE reading_rest");
        assertThat(IsolationProof.prove(scratch.connection(), schema).failures())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "INSERT", "SELECT (code)", "TRUNCATE"})
    void aPrivilegeOnAPartitionIsFound(String privilege) throws SQLException {
        assertThat(failuresAfter("GRANT " + privilege + " ON reading_2025 TO $app"))
                .singleElement()
                .asString()
                .startsWith("table reading partitions BROKEN: ")
                .contains("can access reading_2025 directly, bypassing the policies");
    }

    @Test
    void aGrantedPartitionHasItsOwnPolicies() throws SQLException {
        scratch.execute("""
                GRANT SELECT, INSERT ON reading_2025 TO $app;
                INSERT INTO house VALUES (1), (2);
                INSERT INTO reading VALUES (1, 1, '2025-02-02', 'x'), (2, 1, '2025-02-02', 'x');
                SET ROLE $app;
                SET app.tenant_id = '1'""");
        assertThat(scratch.text("SELECT count(*) FROM reading_2025")).isEqualTo("1");
        assertThat(scratch.text("SELECT count(*) FROM reading")).isEqualTo("1");
        scratch.execute("RESET ROLE");
    }

    @Test
    void aPartitionOfAnotherOwnerIsProbed() throws SQLException {
        assertThat(failuresAfter(
                        "CREATE TABLE stray PARTITION OF reading FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');"
                                + " GRANT SELECT ON stray TO PUBLIC"))
                .singleElement()
                .asString()
                .startsWith("table reading partitions BROKEN: ");
    }

    private List<String> failuresAfter(String sql) throws SQLException {
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(scratch.named(sql));
            List<String> failures = IsolationProof.proveInTransaction(connection, schema).failures().stream()
                    .map(ProbeResult::toString)
                    .toList();
            connection.rollback();
            return failures;
        }
    }
}
