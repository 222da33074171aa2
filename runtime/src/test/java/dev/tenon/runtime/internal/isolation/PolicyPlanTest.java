package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A tenant's query has the same plan as one that names the tenant: the setting is read once per statement, all policies
 * of the command form one condition, and the index that starts with the tenant is used.
 */
class PolicyPlanTest {

    private final Scratch scratch;

    PolicyPlanTest() throws SQLException {
        scratch = Scratch.create();
        Research.create(Research.schema(scratch.role("app")), scratch);
        scratch.execute("""
                INSERT INTO organization (slug) SELECT 'slug' || n FROM generate_series(1, 20) n;
                INSERT INTO research_plan (tenant_id, title) SELECT id, n FROM organization, generate_series(1, 50) n;
                INSERT INTO document_chunk (tenant_id, body, embedding)
                SELECT id, n, '[1,2,3,4,5,6,7,8]' FROM organization, generate_series(1, 50) n;
                ANALYZE;
                SET ROLE $app""");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void theSettingIsReadOnceAndTheKeyIsUsed() throws SQLException {
        String plan = plan("SELECT title FROM research_plan WHERE id = '00000000-0000-0000-0000-000000000001'");
        assertThat(plan).contains("Index Cond: ((tenant_id = ", "AND (id = ").doesNotContain("InitPlan 2", "Filter");
    }

    /** PostgreSQL evaluates a condition before policies only if it is leakproof. */
    @Test
    void onlyLeakproofConditionsUseTheIndex() throws SQLException {
        assertThat(plan("SELECT title FROM research_plan WHERE title = 'x'")).contains("AND (title = 'x'");
        assertThat(plan("SELECT price FROM research_plan WHERE lower(title) = 'x' AND status <> 'done'"))
                .contains("Filter: ")
                .doesNotContain("Cond: ((lower");
        String search = "SELECT body FROM document_chunk WHERE search @@ 'x'::tsquery";
        assertThat(plan(search)).doesNotContain("document_chunk_search_idx");
        scratch.execute("RESET ROLE; SET enable_seqscan = off");
        assertThat(plan(search)).contains("document_chunk_search_idx");
    }

    private String plan(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN " + sql)) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        return String.join("\n", lines);
    }
}
