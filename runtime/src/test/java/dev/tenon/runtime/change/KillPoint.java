package dev.tenon.runtime.change;

import dev.tenon.runtime.Endurance;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place at which the migrator is killed.
 *
 * @param step the number of the step, from 1
 * @param moment the moment within the step
 * @param text the beginning of the statement, or the table that it waits for
 */
record KillPoint(int step, Moment moment, String text) {

    /** The moment of the kill. */
    enum Moment {
        /**
         * The server process is terminated while its statement, outside a transaction, waits for a writer of the table.
         */
        WAITING,
        /** The statement has run; neither the commit nor the history entry has. */
        RUN,
        /** A batch is committed, and the step continues. */
        BATCH,
        /** The step is committed and entered in the history. */
        COMMITTED
    }

    /**
     * Returns the places in the order in which successive runs reach them. All places inside a transaction are
     * equivalent, so only the last one before the commit is used.
     */
    static List<KillPoint> all(List<Step> steps) {
        List<KillPoint> places = new ArrayList<>();
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            Statement last = step.statements().get(step.statements().size() - 1);
            // ANALYZE waits for no writer.
            if (step.mode() == StepMode.NO_TRANSACTION && last.cost() != StatementCost.SAMPLE) {
                // At other waits, the same steps are committed.
                QualifiedName table = last.locks().get(0).table();
                places.add(new KillPoint(number, Moment.WAITING, table.schema() + "." + table.name()));
            }
            // Another statement finalizes a partly detached partition.
            if (!last.sql().contains("DETACH PARTITION")) {
                places.add(new KillPoint(number, Moment.RUN, last.sql().split("ctid", 2)[0]));
            }
            if (step.mode() == StepMode.BATCHES) {
                places.add(new KillPoint(number, Moment.BATCH, ""));
            }
            if (number < steps.size()) {
                places.add(new KillPoint(number, Moment.COMMITTED, ""));
            }
        }
        return places;
    }

    /** Returns every second place, from the first or the second one; with {@code -Dtenon.endurance=true} all. */
    static List<KillPoint> sample(ChangeCase change, List<Step> steps) {
        List<KillPoint> all = all(steps);
        int first = all.size() == 1 ? 0 : change.name().length() % 2;
        return Endurance.ASKED
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % 2 == first)
                        .mapToObj(all::get)
                        .toList();
    }
}
