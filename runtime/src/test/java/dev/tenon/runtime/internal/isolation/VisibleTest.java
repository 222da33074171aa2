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

/** What a tenant's session sees of all tenants: row counts, which cannot be hidden, and no values. */
class VisibleTest {

    private static final int ALL = 500;
    private static final int OWN = 5;

    private final Scratch scratch;

    VisibleTest() throws SQLException {
        scratch = Scratch.create();
        Research.create(Research.schema(scratch.role("app")), scratch);
        scratch.execute("""
                INSERT INTO organization (id, slug)
                SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'slug' || n FROM generate_series(1, 100) n;
                INSERT INTO research_plan (tenant_id, title, code)
                SELECT ('00000000-0000-0000-0000-' || lpad((n % 100 + 1)::text, 12, '0'))::uuid, 'secret' || n, 'code' || n % 100
                FROM generate_series(1, 500) n;
                """);
        scratch.execute("VACUUM (ANALYZE) research_plan");
        scratch.execute("""
                SET ROLE $app;
                SET app.tenant_id = '00000000-0000-0000-0000-000000000007'""");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void rowCountsOfAllTenantsAreVisible() {
        assertThat(scratch.text("SELECT count(*) FROM research_plan")).isEqualTo("" + OWN);
        assertThat(scratch.text("SELECT reltuples FROM pg_class WHERE relname = 'research_plan'"))
                .isEqualTo("" + ALL);
        assertThat(scratch.text("SELECT n_live_tup FROM pg_stat_user_tables WHERE relname = 'research_plan'"))
                .isEqualTo("" + ALL);
    }

    @Test
    void estimatesIncludeTheRowsOfOthers() throws SQLException {
        scratch.execute("SET enable_indexscan = off; SET enable_bitmapscan = off");
        String plan = String.join("\n", explained("SELECT title FROM research_plan"));
        assertThat(plan).contains("Rows Removed by Filter: " + (ALL - OWN)).doesNotContain("secret");
    }

    @Test
    void valuesOfOthersAreHidden() {
        assertThat(scratch.text("SELECT count(*) FROM pg_stats WHERE tablename = 'research_plan'"))
                .isEqualTo("0");
        scratch.execute("RESET ROLE");
        assertThat(scratch.text("SELECT count(*) > 0 FROM pg_stats WHERE tablename = 'research_plan'"))
                .isEqualTo("t");
    }

    private List<String> explained(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE " + sql)) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        return lines;
    }
}
