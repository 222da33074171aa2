package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/** Every table has system columns, whose names are reserved. */
final class SystemColumn implements SchemaRule {

    @Override
    public String code() {
        return "TN216";
    }

    private static final Set<String> NAMES = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (NAMES.contains(column.name())) {
                    ObjectPath path = ObjectPath.column(table.name(), column.name());
                    findings.accept(Finding.error(
                            code(),
                            path,
                            "name",
                            path + " has the name of a system column",
                            "choose another name with @Column(name = …)"));
                }
            }
        }
    }
}
