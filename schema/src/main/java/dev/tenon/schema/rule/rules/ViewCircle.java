package dev.tenon.schema.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.derive.Dependencies;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import java.util.function.Consumer;

/** Views of a cycle cannot be created, because each depends on another one. */
final class ViewCircle implements SchemaRule {

    @Override
    public String code() {
        return "TN223";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.views().isEmpty()) {
            return;
        }
        Dependencies dependencies = Dependencies.of(schema);
        for (View view : schema.views()) {
            ObjectPath path = ObjectPath.view(view.name());
            if (dependencies.inCircle(path)) {
                findings.accept(Finding.error(
                        code(),
                        path,
                        "sql",
                        path + " depends on itself through other views, so none of them can be created first",
                        "break the cycle: let one of them read only tables"));
            }
        }
    }
}
