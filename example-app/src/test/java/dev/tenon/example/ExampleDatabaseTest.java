package dev.tenon.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.TenonTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed migrations lead to the schema of the entities, in every table and policy. */
@TenonTest
class ExampleDatabaseTest {

    private static final List<String> TENANT_TABLES = List.of(
            "artifact",
            "document_chunk",
            "feedback",
            "invitation",
            "member",
            "organization",
            "output",
            "research_plan",
            "research_step");

    private final Connection connection;

    ExampleDatabaseTest(Connection connection) {
        this.connection = connection;
    }

    @Test
    void everyEntityHasItsTable() throws SQLException {
        assertThat(rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
                .containsExactlyInAnyOrder(
                        "account",
                        "ai_model",
                        "artifact",
                        "document_chunk",
                        "feedback",
                        "invitation",
                        "member",
                        "model_price",
                        "organization",
                        "output",
                        "research_plan",
                        "research_step",
                        "session",
                        "user");
    }

    @Test
    void tenantTablesAndNoOthersForceRowSecurityWithFourPoliciesAndAFence() throws SQLException {
        assertThat(rows("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"))
                .containsExactlyInAnyOrderElementsOf(TENANT_TABLES);
        assertThat(rows("SELECT relname FROM pg_class WHERE relrowsecurity <> relforcerowsecurity"))
                .isEmpty();
        List<String> expected = TENANT_TABLES.stream()
                .flatMap(table -> List.of("DELETE", "ALL", "INSERT", "SELECT", "UPDATE").stream()
                        .map(command -> table + " " + command + (command.equals("ALL") ? " RESTRICTIVE" : " PERMISSIVE")
                                + " {authenticated}"))
                .toList();
        assertThat(rows("SELECT tablename || ' ' || cmd || ' ' || permissive || ' ' || roles::text FROM pg_policies"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void applicationRoleMayDoWithRowsWhatItIsGrantedAndNothingElse() throws SQLException {
        assertThat(rows("SELECT table_name || ' ' || string_agg(privilege_type, ',' ORDER BY privilege_type)"
                        + " FROM information_schema.table_privileges WHERE grantee = 'authenticated'"
                        + " GROUP BY table_name"))
                .containsExactlyInAnyOrderElementsOf(granted());
    }

    private static List<String> granted() {
        List<String> granted = new ArrayList<>(List.of("ai_model SELECT", "model_price SELECT"));
        TENANT_TABLES.forEach(table -> granted.add(table + " DELETE,INSERT,SELECT,UPDATE"));
        return granted;
    }

    @Test
    void passagesAreIndexedByMeaningAndByWords() throws SQLException {
        assertThat(rows("SELECT indexdef FROM pg_indexes WHERE tablename = 'document_chunk'"))
                .contains(
                        "CREATE INDEX document_chunk_embedding_idx ON public.document_chunk USING hnsw"
                                + " (embedding halfvec_ip_ops) WITH (ef_construction='128', m='16')",
                        "CREATE INDEX document_chunk_search_text_idx ON public.document_chunk USING gin (search_text)");
        assertThat(rows("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attname = 'embedding'"
                        + " AND attrelid = 'document_chunk'::regclass"))
                .containsExactly("halfvec(1536)");
    }

    @Test
    void everyReferenceBetweenTenantTablesIncludesTheTenant() throws SQLException {
        assertThat(rows("SELECT conname FROM pg_constraint WHERE contype = 'f' AND array_length(conkey, 1) = 1"
                        + " AND confrelid <> 'organization'::regclass"
                        + " AND confrelid IN (SELECT oid FROM pg_class WHERE relrowsecurity)"))
                .isEmpty();
        assertThat(rows("SELECT conname FROM pg_constraint WHERE contype IN ('f', 'c') AND NOT convalidated"))
                .isEmpty();
    }

    private List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
