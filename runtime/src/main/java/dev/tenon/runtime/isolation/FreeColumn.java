package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column whose value a check constraint may choose.
 *
 * @param column the column
 * @param key whether its values must differ from row to row
 * @param choices the expressions to choose from; the first is what the row has without a choice
 */
record FreeColumn(Column column, boolean key, List<String> choices) {

    private static final String NULL = "NULL";

    /** A key chooses among unique values only; any other column also from the usual ones and, if it may, from null. */
    static FreeColumn of(Column column, boolean key, Map<String, String> row, Candidates candidates) {
        Set<String> choices = new LinkedHashSet<>();
        String given = row.get(column.name());
        if (given != null) {
            choices.add(given);
        } else {
            choices.add(column.defaultValue()
                    .filter(ColumnDefault.Expression.class::isInstance)
                    .map(value -> ((ColumnDefault.Expression) value).sql())
                    .orElse(NULL));
        }
        choices.addAll(candidates.unique());
        if (!key) {
            choices.addAll(candidates.usual());
            if (column.nullable()) {
                choices.add(NULL);
            }
        }
        return new FreeColumn(column, key, new ArrayList<>(choices));
    }

    /** The same with likelier choices, which come right after the first; a key takes none that another row may have too. */
    FreeColumn withLikely(List<String> likely) {
        if (key) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(choices.subList(0, 1));
        all.addAll(likely);
        all.addAll(choices);
        return new FreeColumn(column, key, new ArrayList<>(all));
    }

    /** The same with the first few choices only. */
    FreeColumn limited(int most) {
        return new FreeColumn(column, key, choices.subList(0, Math.min(most, choices.size())));
    }
}
