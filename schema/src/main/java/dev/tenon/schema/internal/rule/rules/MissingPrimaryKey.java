package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Every table needs a primary key: without one, a row cannot be identified, referenced or replicated. */
final class MissingPrimaryKey implements SchemaRule {

    @Override
    public String code() {
        return "TN201";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            if (table.primaryKey().isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.table(table.name()),
                        "",
                        "table " + table.name().display() + " has no primary key",
                        "add @Id to the field or fields that identify a row"));
            }
        }
    }
}
