package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import java.util.List;

/** The index from which a primary key or unique constraint is created. */
public final class ConstraintUniqueIndex {

    private ConstraintUniqueIndex() {}

    public static Index of(String name, List<String> columns, boolean nullsNotDistinct, ConstraintIndex extras) {
        return Index.of(name, "btree", columns.stream().map(IndexKey::column).toList())
                .withUnique(true)
                .withNullsNotDistinct(nullsNotDistinct)
                .withInclude(extras.include())
                .withParameters(extras.with());
    }
}
