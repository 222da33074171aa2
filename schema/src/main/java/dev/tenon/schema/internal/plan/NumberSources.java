package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import dev.tenon.schema.internal.sql.parse.SequenceReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sources of a column's numbers before and after a change. The new source continues after the last value of the old
 * one.
 */
final class NumberSources {

    private final PlanContext context;

    NumberSources(PlanContext context) {
        this.context = context;
    }

    /**
     * The statements that make the new source continue after the numbers already assigned; empty if there is no new
     * source.
     */
    List<Ddl> seeded(QualifiedName table, Column before, Column after) {
        ColumnDefault value = after.defaultValue().orElse(null);
        List<Sequence> former = sequences(before, context.before().sequences(), this::present);
        if (value instanceof ColumnDefault.Identity identity) {
            return before.defaultValue()
                            .filter(ColumnDefault.Identity.class::isInstance)
                            .isPresent()
                    ? List.of()
                    : RowsDdl.seedIdentity(table, after, identity, former).stream()
                            .toList();
        }
        List<Ddl> statements = new ArrayList<>();
        for (Sequence sequence : made(after)) {
            if (before.defaultValue().orElse(null) instanceof ColumnDefault.Identity identity) {
                statements.add(RowsDdl.seedFromIdentity(sequence, table, after, identity));
            } else {
                List<Sequence> standing = new ArrayList<>(former);
                if (isShared(sequence)) {
                    standing.add(sequence);
                }
                RowsDdl.seedSequence(sequence, table, after, standing).ifPresent(statements::add);
            }
        }
        return statements;
    }

    /** Whether a created sequence may have the name of the identity's sequence, which is dropped later. */
    boolean isSetAside(ColumnChange.SetDefault change) {
        return change.before().filter(ColumnDefault.Identity.class::isInstance).isPresent()
                && !made(change.column()).isEmpty();
    }

    /** The sequences of the column's default that the migration creates. */
    private List<Sequence> made(Column column) {
        return sequences(column, context.after().sequences()).stream()
                .filter(sequence -> KeyedLookup.find(context.before().sequences(), sequence.name())
                        .isEmpty())
                .toList();
    }

    private boolean isShared(Sequence sequence) {
        return context.after().tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> sequences(column, List.of(sequence)).contains(sequence))
                        .limit(2)
                        .count()
                > 1;
    }

    /** The present name of a sequence that has another one in defaults, because it was moved aside. */
    private QualifiedName present(QualifiedName name) {
        QualifiedName now = name;
        for (Change change : context.renames()) {
            if (change instanceof SequenceChange.Rename rename && rename.before().equals(now)) {
                now = rename.after();
            }
        }
        return now;
    }

    private static List<Sequence> sequences(Column column, List<Sequence> known) {
        return sequences(column, known, UnaryOperator.identity());
    }

    private static List<Sequence> sequences(
            Column column, List<Sequence> known, UnaryOperator<QualifiedName> present) {
        Optional<ColumnDefault.Expression> value = NewColumnDefault.expression(column);
        return value.stream()
                .flatMap(each -> SequenceReferences.sequences(each.sql()).stream())
                .map(present)
                .flatMap(name ->
                        known.stream().filter(sequence -> sequence.name().equals(name)))
                .toList();
    }
}
