package dev.tenon.runtime.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An event of a migration run; events arrive in order. */
public sealed interface MigrationEvent {

    /** Returns the event in one line, for users. */
    String text();

    /**
     * Another migrator holds the lock; repeated from time to time while it does.
     *
     * @param holder the holder, if the server shows it
     * @param activity what it does
     * @param idle how long it has made no progress
     * @param timeout how long it may make no progress until the waiting one gives up
     */
    record LockAwaited(Optional<LockHolder> holder, HolderActivity activity, Duration idle, Duration timeout)
            implements MigrationEvent {
        public LockAwaited {
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(idle, "idle");
            Objects.requireNonNull(timeout, "timeout");
        }

        @Override
        public String text() {
            return "waiting for another migrator"
                    + holder.map(who -> " (" + who + ")").orElse("")
                    + activity
                    + (idle.toSeconds() > 1
                            ? "; no progress for " + idle.toSeconds() + " s of at most " + timeout.toSeconds() + " s"
                            : "");
        }
    }

    /**
     * The server parsed the expressions of pending statements, before the first step.
     *
     * @param checked how many statements it accepts or refuses
     * @param skipped how many could not be checked, because they depend on what earlier pending statements do
     * @param temporary whether the role may create the temporary tables that this needs
     */
    record ExpressionsChecked(int checked, int skipped, boolean temporary) implements MigrationEvent {
        @Override
        public String text() {
            String left = skipped == 0 ? "" : ", " + skipped + " could not be checked before the earlier steps";
            return "statements with expressions checked: " + checked
                    + (temporary ? left : ", " + skipped + " not: the role lacks TEMPORARY on the database");
        }
    }

    /**
     * New values of columns were not tried on the existing rows before the first step, because row-level security hides
     * them from the migrator. The step sees them, and stops at a row that does not accept its value.
     *
     * @param tables the tables
     */
    record RowsNotTried(List<QualifiedName> tables) implements MigrationEvent {
        public RowsNotTried {
            tables = List.copyOf(tables);
        }

        @Override
        public String text() {
            return "new values of rows of " + names(tables) + " were not tried before the first step, because row-level"
                    + " security hides the rows from the migrator; a policy for the migrator avoids that";
        }
    }

    /**
     * Row-level security is not forced on the migrator while a step needs the rows of its tables. It limits other roles as
     * before.
     *
     * @param tables the tables
     */
    record RowSecurityUnforced(List<QualifiedName> tables) implements MigrationEvent {
        public RowSecurityUnforced {
            tables = List.copyOf(tables);
        }

        @Override
        public String text() {
            return "row-level security is not forced meanwhile on " + names(tables)
                    + ", because the migrator must see its rows; a policy for the migrator avoids that";
        }
    }

    /**
     * Row-level security is forced again.
     *
     * @param tables the tables
     */
    record RowSecurityForced(List<QualifiedName> tables) implements MigrationEvent {
        public RowSecurityForced {
            tables = List.copyOf(tables);
        }

        @Override
        public String text() {
            return "row-level security is forced again on " + names(tables);
        }
    }

    private static String names(List<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
    }

    /**
     * A step in batches, or one that moves rows between partitions, will fire triggers of users for each row.
     *
     * @param step the step
     * @param table the table whose rows it writes
     * @param triggers the names of the triggers
     */
    record TriggersFire(StepId step, QualifiedName table, List<String> triggers) implements MigrationEvent {
        public TriggersFire {
            Objects.requireNonNull(table, "table");
            triggers = List.copyOf(triggers);
        }

        @Override
        public String text() {
            return step + ": writing rows of " + table + " will fire "
                    + (triggers.size() == 1 ? "trigger " : "triggers ") + String.join(", ", triggers)
                    + "; to prevent it, declare with: WHEN (current_setting('tenon.migrating', true) IS DISTINCT FROM"
                    + " 'on')";
        }
    }

    /**
     * Others can decide what later migrations mean; these will be refused.
     *
     * @param risk the problem and its remedy
     */
    record RiskFound(Fault risk) implements MigrationEvent {
        public RiskFound {
            Objects.requireNonNull(risk, "risk");
        }

        @Override
        public String text() {
            return "before the next migration: " + risk.message();
        }
    }

    /**
     * The first pending step of a migration comes next.
     *
     * @param migration its number and name
     * @param done how many of its steps were committed before
     * @param steps how many it has
     */
    record MigrationBegun(MigrationName migration, int done, int steps) implements MigrationEvent {
        @Override
        public String text() {
            return migration + ": "
                    + (done == 0
                            ? steps + (steps == 1 ? " step" : " steps")
                            : "continues after step " + done + " of " + steps);
        }
    }

    /**
     * A step begins.
     *
     * @param step the step
     */
    record StepBegun(StepId step) implements MigrationEvent {
        @Override
        public String text() {
            return step.toString();
        }
    }

    /**
     * A step is committed.
     *
     * @param step the step
     * @param elapsed the elapsed time, pauses included
     */
    record StepDone(StepId step, Duration elapsed) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": done in " + elapsed.toMillis() + " ms";
        }
    }

    /**
     * Other sessions held a lock that the step needs; it is rolled back and retried after a pause.
     *
     * @param step the step
     * @param attempt the number of attempts so far
     * @param reason the server's message, with the SQLSTATE
     */
    record StepRetried(StepId step, int attempt, String reason) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": attempt " + attempt + " was rolled back and is retried: " + reason;
        }
    }

    /**
     * A batch of a step is committed.
     *
     * @param step the step
     * @param rows the number of rows that it changed
     * @param percent the processed percentage of the table
     */
    record BatchDone(StepId step, long rows, int percent) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": " + percent + " %, " + rows + " rows";
        }
    }

    /**
     * A statement has been running for a while.
     *
     * @param step the step of the statement
     * @param phase the phase of an index build as PostgreSQL names it; empty for other statements
     * @param done the completed part of the phase
     * @param total the total; 0 if the server does not report it
     * @param elapsed how long the statement has been running
     * @param left the estimated remaining time of the phase; empty if unknown
     * @param awaited the sessions that it waits for, with their applications; empty if none
     */
    record StatementUnderway(
            StepId step, String phase, long done, long total, Duration elapsed, Optional<Duration> left, String awaited)
            implements MigrationEvent {
        public StatementUnderway {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(awaited, "awaited");
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder(step + ":");
            if (!phase.isEmpty()) {
                text.append(' ').append(phase);
            }
            if (total > 0) {
                text.append(' ').append(done * 100 / total).append(" %");
            }
            text.append(text.toString().endsWith(":") ? " " : ", ")
                    .append(elapsed.toSeconds())
                    .append(" s");
            left.ifPresent(
                    time -> text.append(", about ").append(time.toSeconds()).append(" s left"));
            if (!awaited.isEmpty()) {
                text.append(", waiting for ").append(awaited);
            }
            return text.toString();
        }
    }

    /**
     * An interrupted step was resolved from the catalogs.
     *
     * @param step the step
     * @param finding what the catalogs show, and the consequence
     */
    record StepResolved(StepId step, String finding) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": was interrupted: " + finding;
        }
    }

    /**
     * A step was undone, because a later step of its migration failed.
     *
     * @param step the step
     */
    record StepUndone(StepId step) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": undone";
        }
    }

    /**
     * The connection was lost; Tenon reconnects.
     *
     * @param reason the driver's message
     */
    record ConnectionLost(String reason) implements MigrationEvent {
        @Override
        public String text() {
            return "connection lost, retrying: " + reason;
        }
    }

    /**
     * The connection was lost during COMMIT, and the server reported the outcome.
     *
     * @param step the step
     * @param committed whether it is committed; if not, it runs again
     */
    record CommitResolved(StepId step, boolean committed) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": the connection was lost during COMMIT; the step is "
                    + (committed ? "committed" : "rolled back");
        }
    }

    /**
     * The state was read under the lock, before the first and after the last migration.
     *
     * @param state the directory compared with the database
     */
    record StateRead(MigrationState state) implements MigrationEvent {
        @Override
        public String text() {
            return state.text();
        }
    }

    /**
     * The server sent a notice or warning.
     *
     * @param step the step that caused it
     * @param message the server's message
     */
    record ServerNotice(StepId step, String message) implements MigrationEvent {
        @Override
        public String text() {
            return step + ": " + message;
        }
    }

    /**
     * The first step that takes a half-applied migration back comes next.
     *
     * @param migration its number and name
     * @param steps the number of steps that take it back
     */
    record AbandonBegun(MigrationName migration, int steps) implements MigrationEvent {
        @Override
        public String text() {
            return "abandon of " + migration + ": " + steps + (steps == 1 ? " step" : " steps");
        }
    }

    /**
     * A half-applied migration is taken back.
     *
     * @param migration its number and name
     * @param elapsed the elapsed time
     */
    record AbandonDone(MigrationName migration, Duration elapsed) implements MigrationEvent {
        @Override
        public String text() {
            return migration + ": taken back in " + elapsed.toMillis() + " ms";
        }
    }

    /**
     * All steps of a migration are committed.
     *
     * @param migration its number and name
     * @param elapsed the elapsed time of the pending steps
     */
    record MigrationDone(MigrationName migration, Duration elapsed) implements MigrationEvent {
        @Override
        public String text() {
            return migration + ": applied in " + elapsed.toMillis() + " ms";
        }
    }
}
