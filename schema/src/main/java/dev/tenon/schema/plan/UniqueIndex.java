package dev.tenon.schema.plan;

import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyIndex;
import java.util.List;
import java.util.Optional;

/** The index from which a primary key or unique constraint is created. */
final class UniqueIndex {

    private UniqueIndex() {}

    static Index of(String name, List<String> columns, boolean nullsNotDistinct, KeyIndex extras) {
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
