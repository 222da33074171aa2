package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;

/** Evaluates a statement of a tenant, which must affect exactly its own rows. */
public final class WriteReach {

    private WriteReach() {}

    /**
     * Tries a statement as one tenant.
     *
     * @param sql the statement, which knows how many rows it may touch at most
     */
    public static Attempt attempt(String sql, ProbeTarget subject, ProbeSession stage) throws SQLException {
        long before = VisibleRows.ownRows(subject, stage, subject.other()).count();
        stage.become(subject.one().text());
        StatementResult answer = stage.ask(sql);
        long after = VisibleRows.ownRows(subject, stage, subject.other()).count();
        return new Attempt(answer, after < before);
    }

    /** Whether the statement was carried out, and touched no row. */
    public static boolean nothing(Attempt attempt) {
        return attempt.answer().ok() && attempt.answer().count() == 0 && !attempt.otherLost();
    }

    public static ProbeOutcome judge(String command, Attempt attempt) {
        StatementResult answer = attempt.answer();
        if (attempt.otherLost()
                || answer.refusal().filter(RowCountGuard::stopped).isPresent()) {
            return ProbeOutcome.broken("rows of other tenants can be changed by " + command);
        }
        if (!answer.ok()) {
            return ProbeOutcome.notProven(command + " of the tenant's own rows was refused: " + answer.why());
        }
        return answer.count() > 0
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven(
                        command + " does not reach the tenant's own rows either, which proves nothing; if intended,"
                                + " revoke the privilege");
    }

    /**
     * What came of the statement.
     *
     * @param answer the server's answer to it
     * @param otherLost whether the other tenant sees fewer of its rows than before
     */
    public record Attempt(StatementResult answer, boolean otherLost) {}
}
