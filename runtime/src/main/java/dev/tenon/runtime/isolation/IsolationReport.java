package dev.tenon.runtime.isolation;

import java.util.List;

/**
 * The results of the isolation probes for the application role and every tenant table, in the order of the registry.
 *
 * @param results one for each object and probe: first those of the role, then those of the tables by name
 */
public record IsolationReport(List<ProbeResult> results) {

    public IsolationReport {
        results = List.copyOf(results);
    }

    /**
     * Whether any probe exists; there is none if the snapshot declares no tenancy, or one without row-level security
     * yet.
     */
    public boolean tried() {
        return results.stream().anyMatch(result -> result.verdict() != Verdict.NOT_APPLICABLE);
    }

    /** Whether there was something to prove, every probe ran, and none found a leak. */
    public boolean isolated() {
        return tried() && failures().isEmpty();
    }

    /** Returns the results with a warning, which is not a leak. */
    public List<ProbeResult> warnings() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.WARNING)
                .toList();
    }

    /** Returns the results with a leak, and those of probes that could not run. */
    public List<ProbeResult> failures() {
        return results.stream().filter(result -> result.verdict().fails()).toList();
    }
}
