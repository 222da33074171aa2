package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.ArrayList;
import java.util.List;

/** The unique indexes from which keys over shadow columns are created. */
public final class ShadowKeyIndexes {

    private ShadowKeyIndexes() {}

    /** The indexes, under temporary names. */
    public static List<ShadowDependents.OnTable<Index>> of(ShadowDependents beside) {
        List<ShadowDependents.OnTable<Index>> indexes = new ArrayList<>();
        beside.constraints(Constraint.PrimaryKey.class)
                .forEach(key -> indexes.add(new ShadowDependents.OnTable<>(
                        key.table(),
                        ConstraintUniqueIndex.of(
                                TemporaryNames.name(key.object().name()),
                                key.object().columns(),
                                false,
                                key.object().index()))));
        beside.constraints(Constraint.Unique.class)
                .forEach(key -> indexes.add(new ShadowDependents.OnTable<>(
                        key.table(),
                        ConstraintUniqueIndex.of(
                                TemporaryNames.name(key.object().name()),
                                key.object().columns(),
                                key.object().nullsNotDistinct(),
                                key.object().index()))));
        return indexes;
    }
}
