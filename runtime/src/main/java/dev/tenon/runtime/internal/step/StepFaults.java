package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.internal.format.StepList;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Creates the faults of failed steps: file and line, what is committed, and the remedy. */
public final class StepFaults {

    /** The maximum number of restricting statements in a message. */
    private static final int MAX_RESTRICTING = 3;

    private StepFaults() {}

    /** Creates the fault for a statement that failed permanently. */
    static Fault failed(StepContext step, StatementFailedException failure, RevertedSteps reverted) {
        return of(FaultCode.STATEMENT_FAILED, step, failure, "", remedy(step, failure.error()), reverted);
    }

    /** Creates the fault for steps that an earlier run could not undo. */
    public static Fault notUndone(MigrationName migration, RevertedSteps reverted) {
        return new Fault(
                FaultCode.UNDO_FAILED,
                migration + ": undoing after a failure stopped at "
                        + reverted.failure().orElse(""),
                "fix the cause, then run migrate again; or undo it by hand and run: tenon repair --again "
                        + migration.number() + "." + reverted.remaining().last(),
                Map.of("migration", migration.toString()));
    }

    /** Creates the fault for a step that failed with lock timeouts, or whose batch was cancelled, until the deadline. */
    static Fault gaveUp(StepContext step, StatementFailedException failure, int attempts) {
        return of(
                FaultCode.STEP_GAVE_UP,
                step,
                failure,
                " after " + attempts + " attempts",
                (SqlStates.isCancelled(failure.error())
                                ? "find out what cancels it, such as a monitor that calls pg_cancel_backend, or a"
                                        + " statement_timeout that a function sets"
                                : "find the transactions that hold the lock in pg_stat_activity")
                        + ", then run " + command(step) + " again",
                RevertedSteps.NOTHING);
    }

    private static Fault of(
            FaultCode code,
            StepContext step,
            StatementFailedException failure,
            String more,
            String remedy,
            RevertedSteps reverted) {
        SQLException error = failure.error();
        SqlStatement statement = failure.statement();
        String detail = detail(error);
        Map<String, String> facts = facts(step, statement);
        facts.put("sqlState", SqlStates.of(error));
        facts.put("serverMessage", SqlStates.message(error));
        if (!detail.isEmpty()) {
            facts.put("detail", detail);
        }
        facts.put("committed", describeCommitted(step, reverted));
        return new Fault(
                code,
                place(step, statement, error) + ": step " + step.id().step() + " of "
                        + step.id().steps() + " failed" + more + ": " + SqlStates.message(error) + " (SQLSTATE "
                        + SqlStates.of(error) + (detail.isEmpty() ? "" : "; " + detail) + ") in "
                        + (statement == null ? "COMMIT or the entry in tenon.history" : BriefSql.of(statement.text()))
                        + "; "
                        + describeCommitted(step, reverted),
                remedy,
                facts);
    }

    private static String command(StepContext step) {
        return step.history().command();
    }

    private static String remedy(StepContext step, SQLException error) {
        String again = "run " + command(step) + " again";
        return switch (SqlStates.of(error)) {
            case "53100" -> "free space on the server's disk, then " + again;
            case "42501" ->
                error.getMessage() != null && error.getMessage().contains("row-level security")
                        ? "name the table in the statement, so that Tenon shows its rows to this role, or give the role a policy"
                                + " on it (FOR ALL TO … USING (true)), or BYPASSRLS"
                        : "grant the migrating role the missing privilege, then " + again;
            case "23505", "23502", "23503", "23514", "23P01" -> "correct the rows, then " + again;
            default -> "fix the cause, then " + again;
        };
    }

    /** Returns file and line. */
    static String place(StepContext step, SqlStatement statement) {
        return step.migration().file() + ":" + statement.line();
    }

    private static String place(StepContext step, @Nullable SqlStatement statement, SQLException error) {
        return statement == null
                ? step.migration().file()
                : step.migration().file() + ":" + (statement.line() + lineWithin(statement.text(), error));
    }

    /** Returns the facts of every fault of a step. */
    static Map<String, String> facts(StepContext step, @Nullable SqlStatement statement) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("migration", step.migration().toString());
        facts.put("file", step.migration().file());
        if (statement != null) {
            facts.put("line", Integer.toString(statement.line()));
            facts.put("statement", statement.text());
        }
        facts.put("step", Integer.toString(step.id().step()));
        facts.put("steps", Integer.toString(step.id().steps()));
        return facts;
    }

    private static String describeCommitted(StepContext step, RevertedSteps reverted) {
        int before = step.id().step() - 1;
        if (!reverted.steps().isEmpty() || !reverted.remaining().isEmpty()) {
            return describeReverted(before, reverted);
        }
        String run = command(step).equals("migrate") ? "this migration" : "this " + command(step);
        String all = switch (before) {
            case 0 -> "no step of " + run + " is committed";
            case 1 -> "step 1 of " + run + " is committed and stays";
            default -> "steps 1 to " + before + " of " + run + " are committed and stay";
        };
        return all + restricting(reverted);
    }

    private static String restricting(RevertedSteps reverted) {
        return reverted.restricting().isEmpty()
                ? ""
                : "; writes may fail or store other values than before because of "
                        + reverted.restricting().stream()
                                .limit(MAX_RESTRICTING)
                                .map(BriefSql::of)
                                .collect(Collectors.joining(", "))
                        + (reverted.restricting().size() > MAX_RESTRICTING
                                ? " and " + (reverted.restricting().size() - MAX_RESTRICTING) + " more statements"
                                : "");
    }

    private static String describeReverted(int before, RevertedSteps reverted) {
        Set<Integer> stay = new TreeSet<>();
        for (int step = 1; step <= before; step++) {
            if (!reverted.steps().contains(step)
                    && (reverted.isPermanent() || !reverted.remaining().contains(step))) {
                stay.add(step);
            }
        }
        List<String> parts = new ArrayList<>();
        if (!reverted.steps().isEmpty()) {
            parts.add(StepList.of(reverted.steps()) + (reverted.steps().size() == 1 ? " was" : " were")
                    + " undone"
                    + (reverted.restricting().isEmpty() && reverted.remaining().isEmpty()
                            ? ", so that writes behave as before the migration"
                            : ""));
        }
        if (!stay.isEmpty()) {
            parts.add(StepList.of(stay) + (stay.size() == 1 ? " stays" : " stay"));
        }
        reverted.failure()
                .ifPresent(failure -> parts.add("undoing stopped at " + failure
                        + (reverted.isPermanent() ? "" : ", and the next migrate continues with it")));
        return String.join("; ", parts) + restricting(reverted);
    }

    private static String detail(SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String detail = server == null ? null : server.getDetail();
        return detail == null ? "" : detail.replaceAll("\\s+", " ").strip();
    }

    private static int lineWithin(String sql, SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        int position = server == null ? 0 : server.getPosition();
        int end = Math.min(Math.max(0, position - 1), sql.length());
        return (int) sql.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
