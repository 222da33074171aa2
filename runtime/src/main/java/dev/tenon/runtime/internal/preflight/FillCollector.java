package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.preflight.StatementShape.Kind;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the fills that read only values that the rows have now, because no pending statement writes them before.
 */
final class FillCollector {

    private final TableCopies copies;
    private final PendingObjects objects;
    private final List<RowTrial> trials = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    private boolean allWritten;

    FillCollector(TableCopies copies, PendingObjects objects) {
        this.copies = copies;
        this.objects = objects;
    }

    /**
     * Notes a statement that writes rows.
     *
     * @param accepted whether the server accepts it on a copy
     */
    void accept(PendingStatement next, StatementShape shape, boolean accepted) throws SQLException {
        QualifiedName table = shape.table().orElseThrow();
        Optional<FillStatement> fill = FillStatement.of(next.text());
        if (fill.isPresent()) {
            if (accepted && !allWritten) {
                collect(next, table, fill.get());
            }
            written.addAll(SqlWords.of(fill.get().column()));
        } else {
            for (QualifiedName relation : copies.family(table).below()) {
                written.addAll(SqlWords.of(relation.name()));
            }
            written.addAll(SqlWords.of(table.name()));
        }
    }

    private void collect(PendingStatement next, QualifiedName table, FillStatement fill) throws SQLException {
        Set<String> words = SqlWords.of(fill.expression() + "\n" + fill.conditions());
        Set<String> all = new HashSet<>(words);
        all.addAll(SqlWords.of(table.name()));
        Set<String> changed = copies.changedColumns(table);
        Set<String> own = SqlWords.of(fill.column());
        boolean exists = copies.hasOriginalColumn(table, fill.column());
        if (!Collections.disjoint(all, written) || (exists && !Collections.disjoint(own, changed))) {
            return;
        }
        changed.removeAll(own);
        if (!Collections.disjoint(words, changed)) {
            return;
        }
        String type = copies.type(table, fill.column());
        if (type.isEmpty() || copies.mayBeFilledWhenAdded(table, own)) {
            return;
        }
        words.addAll(SqlWords.of(type));
        trials.add(new RowTrial(next, table, fill, type, exists, false, objects.createdAny(words)));
    }

    /** Notes that a column must not be null after the fills so far. */
    void require(PendingStatement next, StatementShape shape) {
        if (allWritten
                || SqlWords.mayContain(written, shape.table().orElseThrow().name())) {
            return;
        }
        trials.replaceAll(trial ->
                trial.statement().migration().name().equals(next.migration().name())
                                && trial.table().equals(shape.table().orElseThrow())
                                && SqlWords.of(trial.fill().column()).equals(shape.names())
                        ? trial.withRequired(true)
                        : trial);
    }

    /** Notes another statement. */
    void note(StatementShape shape) {
        allWritten |= shape.kind() == Kind.OPAQUE || shape.kind() == Kind.OTHER_ROWS;
    }

    List<RowTrial> trials() {
        return trials;
    }
}
