package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethod;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.derive.ParameterRange;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** The parameters of vector indexes must be numbers in pgvector's ranges. */
final class VectorIndexParameter implements SchemaRule {

    @Override
    public String code() {
        return "TN218";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                AccessMethod method = AccessMethods.named(index.method());
                if (method.isForVectors()) {
                    ObjectPath path = ObjectPath.index(table.name(), index.name());
                    index.with().forEach((name, value) -> check(path, name, value, method, findings));
                    checkBreadth(path, index, findings);
                }
            }
        }
    }

    private void check(ObjectPath path, String name, String value, AccessMethod method, Consumer<Finding> findings) {
        ParameterRange range = method.parameters().get(name);
        if (range != null && !(isNumber(value) && range.contains(value))) {
            String problem = name + " of " + path + " is " + value;
            findings.accept(Finding.error(code(), path, "with/" + name, problem, "choose " + range.text()));
        }
    }

    private void checkBreadth(ObjectPath path, Index index, Consumer<Finding> findings) {
        int connections = number(index, "m", 16);
        int candidates = number(index, "ef_construction", 64);
        if (index.method().equals("hnsw") && candidates < 2 * connections) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "with/ef_construction",
                    "ef_construction of " + path + " is " + candidates + ", less than twice its m of " + connections,
                    "choose at least " + 2 * connections));
        }
    }

    private static int number(Index index, String name, int usual) {
        String value = index.with().getOrDefault(name, "");
        return isNumber(value) ? Integer.parseInt(value) : usual;
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,9}");
    }
}
