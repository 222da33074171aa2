package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.SelectList;
import dev.tenon.schema.internal.sql.parse.SelectStars;
import java.util.List;
import java.util.function.Consumer;

/** The query of a view must return the columns that its members declare, as far as its text shows. */
final class MissingViewColumn implements SchemaRule {

    @Override
    public String code() {
        return "TN221";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (View view : schema.views()) {
            if (!SelectStars.in(view.sql())) {
                SelectList.of(view.sql()).ifPresent(list -> check(view, list, findings));
            }
        }
    }

    private void check(View view, SelectList list, Consumer<Finding> findings) {
        List<String> declared = view.columns().stream().map(Keyed::name).toList();
        List<String> delivered =
                list.items().stream().flatMap(item -> item.name().stream()).toList();
        List<String> missing =
                declared.stream().filter(name -> !delivered.contains(name)).toList();
        List<String> more =
                delivered.stream().filter(name -> !declared.contains(name)).toList();
        int unnamed = list.items().size() - delivered.size();
        if (!more.isEmpty() || missing.size() != unnamed) {
            String problem = !more.isEmpty()
                    ? "returns " + more + ", which no member declares"
                    : "returns " + list.items().size() + " columns, but its members declare " + declared;
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.view(view.name()),
                    "sql",
                    "the query of " + view.name().display() + " " + problem,
                    "use the members' names as column aliases (AS), or add @Column(name = \"…\") to the members"));
        }
    }
}
