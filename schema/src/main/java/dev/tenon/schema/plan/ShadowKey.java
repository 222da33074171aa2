package dev.tenon.schema.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import java.util.ArrayList;
import java.util.List;

/** The unique indexes from which keys over shadow columns are created. */
final class ShadowKey {

    private ShadowKey() {}

    /** The indexes, under interim names. */
    static List<Beside.OnTable<Index>> of(Beside beside) {
        List<Beside.OnTable<Index>> indexes = new ArrayList<>();
        beside.constraints(Constraint.PrimaryKey.class)
                .forEach(key -> indexes.add(new Beside.OnTable<>(
                        key.table(),
                        UniqueIndex.of(
                                Interim.name(key.object().name()),
                                key.object().columns(),
                                false,
                                key.object().index()))));
        beside.constraints(Constraint.Unique.class)
                .forEach(key -> indexes.add(new Beside.OnTable<>(
                        key.table(),
                        UniqueIndex.of(
                                Interim.name(key.object().name()),
                                key.object().columns(),
                                key.object().nullsNotDistinct(),
                                key.object().index()))));
        return indexes;
    }
}
