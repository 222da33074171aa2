package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** Evaluates a statement of a tenant, which must affect exactly its own rows. */
final class Touched {

    private Touched() {}

    /**
     * Tries a statement as one tenant.
     *
     * @param sql the statement, which knows how many rows it may touch at most
     */
    static Attempt attempt(String sql, Subject subject, Stage stage) throws SQLException {
        long before = Sight.ownRows(subject, stage, subject.other()).count();
        stage.become(subject.one().text());
        Answer answer = stage.ask(sql);
        long after = Sight.ownRows(subject, stage, subject.other()).count();
        return new Attempt(answer, after < before);
    }

    /** Whether the statement was carried out, and touched no row. */
    static boolean nothing(Attempt attempt) {
        return attempt.answer().ok() && attempt.answer().count() == 0 && !attempt.otherLost();
    }

    static Outcome judge(String command, Attempt attempt) {
        Answer answer = attempt.answer();
        if (attempt.otherLost() || answer.refusal().filter(Guard::stopped).isPresent()) {
            return Outcome.broken("rows of other tenants can be changed by " + command);
        }
        if (!answer.ok()) {
            return Outcome.notProven(command + " of the tenant's own rows was refused: " + answer.why());
        }
        return answer.count() > 0
                ? Outcome.held()
                : Outcome.notProven(
                        command + " does not reach the tenant's own rows either, which proves nothing; if intended,"
                                + " revoke the privilege");
    }

    /**
     * What came of the statement.
     *
     * @param answer the server's answer to it
     * @param otherLost whether the other tenant sees fewer of its rows than before
     */
    record Attempt(Answer answer, boolean otherLost) {}
}
