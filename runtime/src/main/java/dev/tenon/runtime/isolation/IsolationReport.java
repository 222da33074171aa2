package dev.tenon.runtime.isolation;

import java.util.List;

/**
 * The results of the isolation probes: for the application role and for every tenant table, each probe in the order
 * of the registry.
 *
 * @param results one for each object and probe: first the role's, then the tables' by name
 */
public record IsolationReport(List<ProbeResult> results) {

    public IsolationReport {
        results = List.copyOf(results);
    }

    /** Whether anything was probed; nothing is if the snapshot declares no tenancy. */
    public boolean tried() {
        return results.stream().anyMatch(result -> result.verdict() != Verdict.NOT_APPLICABLE);
    }

    /** Whether there was anything to prove, every probe was run, and none found a leak. */
    public boolean isolated() {
        return tried() && failures().isEmpty();
    }

    /** The probes with a warning, which is no leak. */
    public List<ProbeResult> warnings() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.WARNING)
                .toList();
    }

    /** The probes that found a leak or could not be run. */
    public List<ProbeResult> failures() {
        return results.stream().filter(result -> result.verdict().fails()).toList();
    }
}
