package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/** The type of an identity column must be an integer type. */
final class IdentityColumnType implements SchemaRule {

    @Override
    public String code() {
        return "TN211";
    }

    private static final Set<ColumnType> NUMBERS =
            Set.of(ColumnType.builtin("smallint"), ColumnType.builtin("integer"), ColumnType.builtin("bigint"));

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                boolean identity = column.defaultValue()
                        .filter(ColumnDefault.Identity.class::isInstance)
                        .isPresent();
                if (identity && !NUMBERS.contains(column.type())) {
                    ObjectPath path = ObjectPath.column(table.name(), column.name());
                    findings.accept(Finding.error(
                            code(),
                            path,
                            "default",
                            "identity " + path + " has type " + column.type(),
                            "use smallint, integer or bigint (short, int or long)"));
                }
            }
        }
    }
}
