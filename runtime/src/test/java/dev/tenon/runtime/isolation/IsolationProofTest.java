package dev.tenon.runtime.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Tenon makes keeps tenants apart, whoever asks for the proof; and the proof leaves nothing behind. */
class IsolationProofTest {

    private static final int PROBES = 15;

    private final Scratch scratch;
    private final Schema schema;

    IsolationProofTest() throws SQLException {
        scratch = Scratch.create();
        schema = Research.schema(scratch.role("app"));
    }

    @BeforeEach
    void create() {
        Research.create(schema, scratch);
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void aSuperuserProvesIt() throws SQLException {
        IsolationReport report = prove();
        assertThat(report.failures()).isEmpty();
        assertThat(report.isolated()).isTrue();
        assertThat(report.results()).hasSize(3 + 6 * PROBES);
        assertThat(report.results().stream().filter(result -> result.verdict() == Verdict.NOT_APPLICABLE))
                .extracting(ProbeResult::probe)
                .containsOnly("partitions", "other-reference");
    }

    @Test
    void realRowsAreNotDisturbed() throws SQLException {
        scratch.execute("""
                INSERT INTO organization (id, slug) SELECT gen_random_uuid(), 'o' || n FROM generate_series(1, 50) n;
                INSERT INTO research_plan (tenant_id, title) SELECT id, slug FROM organization;
                """);
        String before = fingerprint();
        try (Connection other = scratch.database().connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE research_plan SET title = title || '!'");
            assertThat(prove().failures()).isEmpty();
            other.rollback();
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void nothingStays() throws SQLException {
        String before = fingerprint();
        prove();
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(scratch.connection().getAutoCommit()).isTrue();
    }

    private IsolationReport prove() throws SQLException {
        return IsolationProof.prove(scratch.connection(), schema);
    }

    private String fingerprint() throws SQLException {
        try (Statement statement = scratch.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT concat_ws(' ', (SELECT string_agg(x::text, ' ' ORDER BY x.id) FROM organization x),
                            (SELECT string_agg(x::text, ' ' ORDER BY x.id) FROM research_plan x),
                            (SELECT count(*) FROM app_user), (SELECT last_value FROM research_plan_number_seq),
                            current_user, current_setting('row_security'))""")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
