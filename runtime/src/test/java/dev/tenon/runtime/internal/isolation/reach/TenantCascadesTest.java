package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference by which a tenant deletes itself is a warning, unless it is granted or the server refuses. */
class TenantCascadesTest {

    private static final String REVOKE = "REVOKE DELETE ON organization FROM $app; ";

    private static final String REFERENCE = "ALTER TABLE organization ADD first_plan uuid;"
            + " ALTER TABLE organization ADD FOREIGN KEY (id, first_plan) REFERENCES research_plan (tenant_id, id) ON DELETE ";

    private static ReachCatalog catalog;

    @BeforeAll
    static void create() throws SQLException {
        catalog = ReachCatalog.ofResearch(new TenantCascades());
    }

    @AfterAll
    static void drop() throws SQLException {
        catalog.close();
    }

    @Test
    void aCascadeToTheTenantRootIsAWarning() throws SQLException {
        assertThat(catalog.findAfter(catalog.named(REVOKE + REFERENCE + "CASCADE")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.WARNING))
                .satisfies(finding -> assertThat(finding.detail()).contains("research_plan", "also from organization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO ACTION", "RESTRICT", "SET NULL (first_plan)"})
    void otherActionsKeepTheTenant(String action) throws SQLException {
        assertThat(catalog.findAfter(catalog.named(REVOKE + REFERENCE + action)))
                .isEmpty();
    }

    @Test
    void aTenantThatMayBeDeletedIsNoFinding() throws SQLException {
        assertThat(catalog.findAfter(catalog.named("GRANT DELETE ON organization TO $app; " + REFERENCE + "CASCADE")))
                .isEmpty();
    }
}
