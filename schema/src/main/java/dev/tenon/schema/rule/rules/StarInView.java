package dev.tenon.schema.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import dev.tenon.schema.sql.Stars;
import java.util.function.Consumer;

/**
 * PostgreSQL expands {@code *} when it creates the view, so two databases with the same snapshot could have different
 * views.
 */
final class StarInView implements SchemaRule {

    @Override
    public String code() {
        return "TN222";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (View view : schema.views()) {
            if (Stars.in(view.sql())) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.view(view.name()),
                        "sql",
                        "the query of " + view.name().display()
                                + " selects *, which PostgreSQL expands only once, when it creates the view",
                        "list the columns; inside EXISTS use SELECT 1"));
            }
        }
    }
}
