package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Views of a cycle cannot be created, because each depends on another one. */
final class CyclicViews implements SchemaRule {

    @Override
    public String code() {
        return "TN223";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.views().isEmpty()) {
            return;
        }
        DependencyGraph dependencies = DependencyGraph.of(schema);
        for (View view : schema.views()) {
            ObjectPath path = ObjectPath.view(view.name());
            if (dependencies.isCyclic(path)) {
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
