package dev.tenon.runtime.change;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A place at which the migrator dies.
 *
 * @param step the number of the step, from 1
 * @param moment when in the step
 * @param what the beginning of the statement's text, or the table that it waits for
 */
record KillPoint(int step, Moment moment, String what) {

    /** When it dies. */
    enum Moment {
        /** The server process is ended while its statement, outside a transaction, waits for a writer of the table. */
        WAITING,
        /** The statement has been run, and nothing after it: not the commit, not the entry in the history. */
        RUN,
        /** A batch is committed, and the step goes on. */
        BATCH,
        /** The step is committed and entered. */
        COMMITTED
    }

    /**
     * The places in a migration in which something is left to be done, in the order in which one run after the other comes to
     * them. Inside a transaction they are all alike: the last is when all is done but the commit.
     */
    static List<KillPoint> all(List<Step> steps) {
        List<KillPoint> deaths = new ArrayList<>();
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            Statement last = step.statements().get(step.statements().size() - 1);
            if (step.mode() == StepMode.NO_TRANSACTION) {
                // Wherever else it waits, the same is committed by then.
                QualifiedName table = last.locks().get(0).table();
                deaths.add(new KillPoint(number, Moment.WAITING, table.schema() + "." + table.name()));
            }
            // A partition that is half detached is detached to the end, by another statement.
            if (!last.sql().contains("DETACH PARTITION")) {
                deaths.add(new KillPoint(number, Moment.RUN, last.sql().split("ctid", 2)[0]));
            }
            if (step.mode() == StepMode.BATCHES) {
                deaths.add(new KillPoint(number, Moment.BATCH, ""));
            }
            if (number < steps.size()) {
                deaths.add(new KillPoint(number, Moment.COMMITTED, ""));
            }
        }
        return deaths;
    }
}
