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

/** The faults of failed steps: file and line, what is committed, and the remedy. */
public final class StepFaults {

    /** How many statements that still restrain are named. */
    private static final int RESTRAINING = 3;

    private StepFaults() {}

    /** The statement failed for good. */
    static Fault failed(StepContext step, StatementFailedException failure, RevertedSteps retreat) {
        return of(FaultCode.STATEMENT_FAILED, step, failure, "", remedy(failure.error()), retreat);
    }

    /** What an earlier run began to take back is still there. */
    public static Fault notTakenBack(MigrationName migration, RevertedSteps retreat) {
        return new Fault(
                FaultCode.NOT_TAKEN_BACK,
                migration + ": undoing after a failure stopped at "
                        + retreat.trouble().orElse(""),
                "fix the cause, then run migrate again; or undo it by hand and run: tenon repair --again "
                        + migration.number() + "." + retreat.left().last(),
                Map.of("migration", migration.toString()));
    }

    /** Others were in the way until the deadline. */
    static Fault gaveUp(StepContext step, StatementFailedException failure, int attempts) {
        return of(
                FaultCode.STEP_GAVE_UP,
                step,
                failure,
                " after " + attempts + " attempts",
                "find the transactions that hold the lock in pg_stat_activity, then run migrate again",
                RevertedSteps.NOTHING);
    }

    private static Fault of(
            FaultCode code,
            StepContext step,
            StatementFailedException failure,
            String more,
            String remedy,
            RevertedSteps retreat) {
        SQLException error = failure.error();
        SqlStatement statement = failure.statement();
        String detail = detail(error);
        Map<String, String> facts = facts(step, statement);
        facts.put("sqlState", SqlStates.of(error));
        facts.put("serverMessage", SqlStates.message(error));
        if (!detail.isEmpty()) {
            facts.put("detail", detail);
        }
        facts.put("committed", committed(step, retreat));
        return new Fault(
                code,
                place(step, statement, error) + ": step " + step.id().step() + " of "
                        + step.id().steps() + " failed" + more + ": " + SqlStates.message(error) + " (SQLSTATE "
                        + SqlStates.of(error) + (detail.isEmpty() ? "" : "; " + detail) + ") in "
                        + (statement == null ? "COMMIT or the entry in tenon.history" : BriefSql.of(statement.text()))
                        + "; "
                        + committed(step, retreat),
                remedy,
                facts);
    }

    private static String remedy(SQLException error) {
        return switch (SqlStates.of(error)) {
            case "53100" -> "free space on the server's disk, then run migrate again";
            case "42501" ->
                error.getMessage() != null && error.getMessage().contains("row-level security")
                        ? "migrate as a role with BYPASSRLS, because row-level security hides rows from this one"
                        : "grant the migrating role the missing privilege, then run migrate again";
            case "23505", "23502", "23503", "23514", "23P01" -> "correct the rows, then run migrate again";
            default -> "fix the cause, then run migrate again";
        };
    }

    /** File and line. */
    static String place(StepContext step, SqlStatement statement) {
        return step.migration().file() + ":" + statement.line();
    }

    private static String place(StepContext step, @Nullable SqlStatement statement, SQLException error) {
        return statement == null
                ? step.migration().file()
                : step.migration().file() + ":" + (statement.line() + lineWithin(statement.text(), error));
    }

    /** The facts that every fault of a step has. */
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

    private static String committed(StepContext step, RevertedSteps retreat) {
        int before = step.id().step() - 1;
        if (!retreat.steps().isEmpty() || !retreat.left().isEmpty()) {
            return retreated(before, retreat);
        }
        String all = switch (before) {
            case 0 -> "no step of this migration is committed";
            case 1 -> "step 1 of this migration is committed and stays";
            default -> "steps 1 to " + before + " of this migration are committed and stay";
        };
        return all + restraining(retreat);
    }

    private static String restraining(RevertedSteps retreat) {
        return retreat.restraining().isEmpty()
                ? ""
                : "; writes may fail or store other values than before because of "
                        + retreat.restraining().stream()
                                .limit(RESTRAINING)
                                .map(BriefSql::of)
                                .collect(Collectors.joining(", "))
                        + (retreat.restraining().size() > RESTRAINING
                                ? " and " + (retreat.restraining().size() - RESTRAINING) + " more statements"
                                : "");
    }

    private static String retreated(int before, RevertedSteps retreat) {
        Set<Integer> stay = new TreeSet<>();
        for (int step = 1; step <= before; step++) {
            if (!retreat.steps().contains(step)
                    && (retreat.forGood() || !retreat.left().contains(step))) {
                stay.add(step);
            }
        }
        List<String> parts = new ArrayList<>();
        if (!retreat.steps().isEmpty()) {
            parts.add(StepList.of(retreat.steps()) + (retreat.steps().size() == 1 ? " was" : " were")
                    + " undone"
                    + (retreat.restraining().isEmpty() && retreat.left().isEmpty()
                            ? ", so that writes behave as before the migration"
                            : ""));
        }
        if (!stay.isEmpty()) {
            parts.add(StepList.of(stay) + (stay.size() == 1 ? " stays" : " stay"));
        }
        retreat.trouble()
                .ifPresent(trouble -> parts.add("undoing stopped at " + trouble
                        + (retreat.forGood() ? "" : ", and the next migrate continues with it")));
        return String.join("; ", parts) + restraining(retreat);
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
