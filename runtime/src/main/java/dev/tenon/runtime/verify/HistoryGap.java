package dev.tenon.runtime.verify;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.List;
import java.util.Objects;

/**
 * The pending migrations of a database, and contradictions between its history and a migrations directory.
 *
 * @param pending the migrations of the directory that are not applied, or not in full
 * @param problems the contradictions; migrating would be refused
 * @param advice what to do about the pending migrations; empty if there are none
 */
public record HistoryGap(List<MigrationStatus> pending, List<Fault> problems, String advice) {

    /** No pending migrations and no contradictions. */
    public static final HistoryGap NONE = new HistoryGap(List.of(), List.of(), "");

    public HistoryGap {
        pending = List.copyOf(pending);
        problems = List.copyOf(problems);
        Objects.requireNonNull(advice, "advice");
    }

    /** Whether there are neither pending migrations nor contradictions. */
    public boolean isEmpty() {
        return pending.isEmpty() && problems.isEmpty();
    }
}
