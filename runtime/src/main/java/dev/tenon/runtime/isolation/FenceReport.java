package dev.tenon.runtime.isolation;

import dev.tenon.schema.TenancyStage;
import java.util.List;
import java.util.Optional;

/**
 * What row-level security hides, or would hide, from whoever knows no tenants.
 *
 * @param stage the stage of the tenancy; empty if the snapshot declares none
 * @param tables the number of tables whose rows were counted
 * @param findings the rows that belong to no tenant, or lead from one tenant to another
 * @param observed the statements of admitted roles that saw rows outside of their session's tenant
 */
public record FenceReport(
        Optional<TenancyStage> stage, int tables, List<FenceFinding> findings, List<ObservedStatement> observed) {

    public FenceReport {
        findings = List.copyOf(findings);
        observed = List.copyOf(observed);
    }

    /** Whether all rows were counted, each has its tenant, none leads to another, and nothing was observed. */
    public boolean clean() {
        return stage.isPresent() && findings.isEmpty() && observed.isEmpty();
    }
}
