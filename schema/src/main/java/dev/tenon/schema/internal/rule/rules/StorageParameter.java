package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethod;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.derive.ParameterRange;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.NameSuggestions;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** PostgreSQL rejects unknown storage parameters and values out of range. */
final class StorageParameter implements SchemaRule {

    @Override
    public String code() {
        return "TN234";
    }

    /** The prefix of the parameters of a table's TOAST table. */
    private static final String OF_LARGE_VALUES = "toast.";

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            ObjectPath path = ObjectPath.table(table.name());
            table.storage().with().forEach((name, value) -> {
                boolean large = name.startsWith(OF_LARGE_VALUES);
                Map<String, ParameterRange> known = large ? TableParameters.LARGE_VALUES : TableParameters.TABLE;
                String plain = large ? name.substring(OF_LARGE_VALUES.length()) : name;
                check(path, known, plain, name, value, findings);
            });
            for (Index index : table.indexes()) {
                check(ObjectPath.index(table.name(), index.name()), index.method(), index.with(), findings);
            }
            for (Constraint constraint : table.constraints()) {
                String method = constraint instanceof Constraint.Exclusion exclusion ? exclusion.method() : "btree";
                ObjectPath at = ObjectPath.constraint(table.name(), constraint.name());
                check(at, method, constraint.index().with(), findings);
            }
        }
    }

    /** Checks only parameters of PostgreSQL's own methods, because an extension can add more in any version. */
    private void check(ObjectPath path, String name, Map<String, String> with, Consumer<Finding> findings) {
        AccessMethod method = AccessMethods.named(name);
        if (method.extension().isEmpty() && !method.parameters().isEmpty()) {
            with.forEach((key, value) -> check(path, method.parameters(), key, key, value, findings));
        }
    }

    private void check(
            ObjectPath path,
            Map<String, ParameterRange> known,
            String plain,
            String name,
            String value,
            Consumer<Finding> findings) {
        ParameterRange range = known.get(plain);
        if (range == null) {
            List<String> names = known.keySet().stream().sorted().toList();
            findings.accept(Finding.error(
                    code(),
                    path,
                    "with",
                    path + " does not support storage parameter " + name,
                    NameSuggestions.closest(plain, names)
                            .map(close -> "did you mean " + close + "?")
                            .orElse("choose one of " + String.join(", ", names))));
        } else if (!range.contains(value)) {
            findings.accept(Finding.error(
                    code(), path, "with", name + " of " + path + " is " + value, "choose " + range.text()));
        }
    }
}
