package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.isolation.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * An access that the application role has and the snapshot does not declare.
 *
 * @param verdict {@code BROKEN} for a leak, {@code WARNING} for a fact that a person should judge
 * @param detail the path from the role to what it reaches, and what to do
 */
record ReachFinding(Verdict verdict, String detail) {

    ReachFinding {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(detail, "detail");
    }

    /** Makes a leak of each path; the remedy is the same for all. */
    static List<ReachFinding> leaks(List<String> paths, String remedy) {
        return paths.stream()
                .map(path -> new ReachFinding(Verdict.BROKEN, path + "; " + remedy))
                .toList();
    }

    /** Makes a warning of each path; the remedy is the same for all. */
    static List<ReachFinding> warnings(List<String> paths, String remedy) {
        return paths.stream()
                .map(path -> new ReachFinding(Verdict.WARNING, path + "; " + remedy))
                .toList();
    }
}
