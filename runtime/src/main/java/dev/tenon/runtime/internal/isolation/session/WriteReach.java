package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;

/** Evaluates a statement of a tenant, which must affect exactly its own rows. */
public final class WriteReach {

    private WriteReach() {}

    /**
     * Runs a statement as one tenant.
     *
     * @param sql the statement, with a limit for the number of affected rows
     */
    public static Attempt attempt(String sql, ProbeTarget target, ProbeSession session) throws SQLException {
        long before = VisibleRows.ownRows(target, session, target.other()).count();
        session.enterTenant(target.one().text());
        StatementResult result = session.execute(sql);
        long after = VisibleRows.ownRows(target, session, target.other()).count();
        return new Attempt(result, after < before);
    }

    /** Whether the statement succeeded and affected no row. */
    public static boolean affectedNothing(Attempt attempt) {
        return attempt.result().ok() && attempt.result().count() == 0 && !attempt.otherTenantLostRows();
    }

    public static ProbeOutcome judge(String command, Attempt attempt) {
        StatementResult result = attempt.result();
        if (attempt.otherTenantLostRows()
                || result.refusal().filter(RowCountGuard::stopped).isPresent()) {
            return ProbeOutcome.broken("rows of other tenants can be changed by " + command);
        }
        if (!result.ok()) {
            return ProbeOutcome.notProven(command + " of the tenant's own rows was refused: " + result.why());
        }
        return result.count() > 0
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven(
                        command + " does not reach the tenant's own rows either, which proves nothing; if intended,"
                                + " revoke the privilege");
    }

    /**
     * The result of the statement.
     *
     * @param result the server's result
     * @param otherTenantLostRows whether the other tenant sees fewer of its rows than before
     */
    public record Attempt(StatementResult result, boolean otherTenantLostRows) {}
}
