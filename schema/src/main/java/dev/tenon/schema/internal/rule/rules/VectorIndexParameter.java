package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parameters of vector indexes must be numbers in pgvector's ranges. */
final class VectorIndexParameter implements SchemaRule {

    @Override
    public String code() {
        return "TN218";
    }

    private static final Map<String, Map<String, Bounds>> PARAMETERS = Map.of(
            "hnsw", Map.of("m", new Bounds(2, 100), "ef_construction", new Bounds(4, 1000)),
            "ivfflat", Map.of("lists", new Bounds(1, 32_768)));

    /** The least and the greatest number that a parameter may be. */
    private record Bounds(int least, int most) {}

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                Map<String, Bounds> bounds = PARAMETERS.get(index.method());
                if (bounds == null) {
                    continue;
                }
                ObjectPath path = ObjectPath.index(table.name(), index.name());
                index.with().forEach((name, value) -> check(path, name, value, bounds.get(name), findings));
                checkBreadth(path, index, findings);
            }
        }
    }

    private void check(
            ObjectPath path, String name, String value, @Nullable Bounds bounds, Consumer<Finding> findings) {
        if (bounds != null
                && (!value.matches("\\d{1,9}")
                        || Integer.parseInt(value) < bounds.least()
                        || Integer.parseInt(value) > bounds.most())) {
            String problem = name + " of " + path + " is " + value;
            String remedy = "choose a number from " + bounds.least() + " to " + bounds.most();
            findings.accept(Finding.error(code(), path, "with/" + name, problem, remedy));
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
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : usual;
    }
}
