package dev.tenon.runtime.isolation;

import java.util.List;

/**
 * The proof that tenants are kept apart, or what stands against it: for the application role and for every table that
 * holds rows of tenants, each probe in the order of the registry.
 *
 * @param results one for each object and probe: first the role's, then the tables' by name
 */
public record IsolationReport(List<ProbeResult> results) {

    public IsolationReport {
        results = List.copyOf(results);
    }

    /** Whether there was anything to prove; there is nothing where the snapshot knows no tenants. */
    public boolean tried() {
        return results.stream().anyMatch(result -> result.verdict() != Verdict.NOT_APPLICABLE);
    }

    /** Whether there was anything to prove, every probe was carried out, and none found a leak. */
    public boolean isolated() {
        return tried() && failures().isEmpty();
    }

    /** The probes that found what somebody should know, though no tenant reaches another by it. */
    public List<ProbeResult> warnings() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.WARNING)
                .toList();
    }

    /** The probes that found a leak or could not be carried out. */
    public List<ProbeResult> failures() {
        return results.stream().filter(result -> result.verdict().fails()).toList();
    }
}
