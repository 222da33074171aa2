package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** An enum type without labels has no values, so a column of it can have none. */
final class EmptyEnum implements SchemaRule {

    @Override
    public String code() {
        return "TN208";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (EnumType type : schema.enums()) {
            if (type.labels().isEmpty()) {
                findings.accept(Finding.warning(
                        code(),
                        ObjectPath.enumType(type.name()),
                        "",
                        "enum " + type.name().display() + " has no constants",
                        "add at least one constant"));
            }
        }
    }
}
