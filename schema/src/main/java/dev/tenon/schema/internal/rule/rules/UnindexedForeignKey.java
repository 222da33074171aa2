package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ForeignKeyIndexes;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Without an index on a foreign key's columns, every delete of a referenced row reads the whole referencing table. */
final class UnindexedForeignKey implements SchemaRule {

    @Override
    public String code() {
        return "TN236";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (!ForeignKeyIndexes.served(table, key.columns())) {
                    findings.accept(Finding.warning(
                            code(),
                            ObjectPath.constraint(table.name(), key.name()),
                            "index",
                            "no index supports the foreign key from "
                                    + table.name().display() + " to "
                                    + key.target().display(),
                            "let Tenon create one, or declare one that begins with "
                                    + String.join(", ", key.columns())));
                }
            }
        }
    }
}
