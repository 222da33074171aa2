package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.change.ChangeCase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of the columns that both schemas of a change have and that are not computed, by their path after the
 * change.
 */
final class SharedValues {

    private final ChangeCase change;
    private final Scratch scratch;

    SharedValues(ChangeCase change, Scratch scratch) {
        this.change = change;
        this.scratch = scratch;
    }

    /** Returns the values before the change, with backfilled values and renames applied. */
    Map<ObjectPath, String> before() {
        return values(false);
    }

    /** Returns the values after the change. */
    Map<ObjectPath, String> after() {
        return values(true);
    }

    private Map<ObjectPath, String> values(boolean later) {
        Map<ObjectPath, String> values = new TreeMap<>();
        for (Table after : change.after().tables()) {
            QualifiedName former = former(ObjectPath.table(after.name()))
                    .map(QualifiedName::parse)
                    .orElse(after.name());
            change.before().table(former).ifPresent(before -> {
                for (Column column : after.columns()) {
                    ObjectPath path = ObjectPath.column(after.name(), column.name());
                    String old = former(path).orElse(column.name());
                    boolean computed = column.defaultValue()
                            .filter(ColumnDefault.Generated.class::isInstance)
                            .isPresent();
                    if (before.column(old).isPresent() && !computed) {
                        values.put(
                                path,
                                later
                                        ? values(after.name(), column.name())
                                        : values(former, relabelled(filled(path, old))));
                    }
                }
            });
        }
        return values;
    }

    private String filled(ObjectPath path, String column) {
        String value = change.hints().backfills().get(path);
        return value == null ? column : "coalesce(" + column + ", " + value + ")";
    }

    private String relabelled(String value) {
        String text = "(" + value + ")::text";
        for (Map.Entry<ObjectPath, String> hint : change.hints().renamedFrom().entrySet()) {
            if (hint.getKey().kind() == ObjectPath.Kind.LABEL) {
                text = "CASE " + text + " WHEN '" + hint.getValue() + "' THEN '"
                        + hint.getKey().member() + "' ELSE " + text + " END";
            }
        }
        return text;
    }

    private String values(QualifiedName table, String expression) {
        return String.valueOf(
                scratch.text("SELECT string_agg(concat(" + expression + "), ',' ORDER BY id) FROM " + table.display()));
    }

    private Optional<String> former(ObjectPath path) {
        return Optional.ofNullable(change.hints().renamedFrom().get(path));
    }
}
