package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.preflight.StatementShape.Kind;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the server parse the expressions of pending statements, on empty temporary copies of the tables. What the
 * statement would find different then, as far as names show it, is skipped and counted, so that no migration is refused
 * that would run. Statements of the first transaction are not checked: if one fails, nothing is committed.
 */
final class ExpressionCheck {

    private static final String REMEDY =
            "correct the expression at its annotation, remove the migration with tenon drop, and generate it again";

    /** Further statements are few in generated migrations, and checking each may take as long as running it. */
    private static final int MOST = 500;

    private final TrialTransaction transaction;
    private final TableCopies copies;
    private final PendingObjects objects;
    private final FillCollector fills;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<MigrationName> skippedIn = new HashSet<>();
    private @Nullable StepId step;
    private boolean bodiesChecked = true;
    private int checked;
    private int skipped;

    ExpressionCheck(TrialTransaction transaction) {
        this.transaction = transaction;
        this.copies = new TableCopies(transaction);
        this.objects = new PendingObjects(transaction);
        this.fills = new FillCollector(copies, objects);
    }

    /** Checks or notes the next statement. */
    void accept(PendingStatement next, StatementShape shape) throws SQLException {
        if (!next.step().equals(step)) {
            step = next.step();
            bodiesChecked = true;
        }
        switch (shape.kind()) {
            case COLUMNS -> columns(next, shape);
            case EXPRESSION -> onCopy(next, shape);
            case ROWS -> fills.accept(next, shape, onCopy(next, shape));
            case REQUIRED -> fills.require(next, shape);
            case ROUTINE -> routine(next, shape);
            case VIEW -> view(next, shape);
            case BODIES_CHECKED, BODIES_UNCHECKED -> bodiesChecked = shape.kind() == Kind.BODIES_CHECKED;
            default -> {
                objects.note(shape, next.text());
                fills.note(shape);
            }
        }
    }

    private void columns(PendingStatement next, StatementShape shape) throws SQLException {
        QualifiedName table = shape.table().orElseThrow();
        if (next.first() || !mayHaveExpression(shape)) {
            copies.change(table, shape);
            return;
        }
        if (!onCopy(next, shape)) {
            copies.exclude(table);
        }
        copies.changed(table, shape);
    }

    private static boolean mayHaveExpression(StatementShape shape) {
        Set<String> words = SqlWords.of(shape.after());
        return words.contains("default") || words.contains("generated") || words.contains("using");
    }

    /** Executes the statement on a copy of its table. Returns whether the server accepts it. */
    private boolean onCopy(PendingStatement next, StatementShape shape) throws SQLException {
        if (next.first()) {
            return false;
        }
        QualifiedName table = shape.table().orElseThrow();
        Set<String> words = SqlWords.of(shape.after());
        boolean comparable = checked < MOST
                && areKnown(shape, words)
                && objects.areKnown(SqlWords.of(table.name()))
                && !SqlWords.mayUseWholeRow(shape.after(), table.name())
                && !copies.mayUseOthers(words, table);
        if (!comparable) {
            return skip(next);
        }
        objects.create();
        if (!objects.areKnown(words) || !copies.prepare(table)) {
            return skip(next);
        }
        try {
            transaction.execute(shape.on(TableCopies.name(table)));
            checked++;
            return true;
        } catch (RefusedException refused) {
            return refused(next, shape.on(TableCopies.name(table)), refused, false);
        }
    }

    /** A name with Unicode escapes is not one of the words. */
    private boolean areKnown(StatementShape shape, Set<String> words) {
        return objects.areKnown(words)
                && !shape.after().toLowerCase(Locale.ROOT).contains("u&");
    }

    private void routine(PendingStatement next, StatementShape shape) throws SQLException {
        Set<String> words = SqlWords.of(next.text());
        if (next.first() || !bodiesChecked) {
            objects.note(shape, next.text());
        } else if (!objects.areKnown(words) || copies.mayUseChanged(words)) {
            skip(next);
            objects.notCreated(shape.names());
        } else {
            try {
                objects.createChecked(shape, next.text());
                checked++;
            } catch (RefusedException refused) {
                refused(next, next.text(), refused, true);
                objects.notCreated(shape.names());
            }
        }
    }

    private void view(PendingStatement next, StatementShape shape) throws SQLException {
        Set<String> words = SqlWords.of(shape.after());
        if (!next.first()) {
            if (!objects.areKnown(words)
                    || copies.mayUseChanged(words)
                    || !Collections.disjoint(words, shape.names())) {
                skip(next);
            } else {
                objects.create();
                String sql = shape.on("pg_temp.tenon_view_" + checked);
                try {
                    transaction.execute(sql);
                    checked++;
                } catch (RefusedException refused) {
                    refused(next, sql, refused, false);
                }
            }
        }
        objects.note(shape, next.text());
    }

    private boolean refused(PendingStatement next, String sql, RefusedException refused, boolean routine) {
        SQLException error = refused.error();
        boolean names = RefusalClassifier.refusesNames(error);
        boolean types = RefusalClassifier.refusesTypes(error) && objects.typesKnown();
        boolean byOthers =
                transaction.mayBeOfEventTrigger(error) || (!routine && RefusalClassifier.isWithinFunction(error));
        if ((!names && !types) || byOthers) {
            return skip(next);
        }
        checked++;
        faults.add(next.fault(
                FaultCode.EXPRESSION_REFUSED,
                RefusalClassifier.lineWithin(sql, error),
                "the server refuses the expression: " + SqlStates.message(error) + " (SQLSTATE " + SqlStates.of(error)
                        + ")",
                REMEDY));
        return false;
    }

    private boolean skip(PendingStatement next) {
        skipped++;
        skippedIn.add(next.migration().name());
        return false;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Returns the fills whose expressions can be evaluated over the existing rows. */
    List<RowTrial> trials() {
        return fills.trials();
    }

    int checked() {
        return checked;
    }

    int skipped() {
        return skipped;
    }

    /** Returns the migrations with statements that could not be checked. */
    Set<MigrationName> skippedIn() {
        return skippedIn;
    }
}
