package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import java.util.List;
import java.util.Optional;

/** The index from which a primary key or unique constraint is created. */
public final class ConstraintUniqueIndex {

    private ConstraintUniqueIndex() {}

    public static Index of(String name, List<String> columns, boolean nullsNotDistinct, ConstraintIndex extras) {
        return new Index(
                name,
                "btree",
                true,
                nullsNotDistinct,
                columns.stream().map(IndexKey::column).toList(),
                extras.include(),
                Optional.empty(),
                extras.with(),
                true,
                Optional.empty());
    }
}
