package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.SelectStars;
import java.util.function.Consumer;

/**
 * PostgreSQL expands {@code *} when it creates the view, so two databases with the same snapshot could have different
 * views.
 */
final class SelectStarInView implements SchemaRule {

    @Override
    public String code() {
        return "TN222";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (View view : schema.views()) {
            if (SelectStars.in(view.sql())) {
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
