package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Optional;
import java.util.function.Consumer;

/** Vector indexes support a limited number of dimensions and require a declared number. */
final class VectorDimensions implements SchemaRule {

    @Override
    public String code() {
        return "TN207";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                if (AccessMethods.named(index.method()).isForVectors()) {
                    ObjectPath path = ObjectPath.index(table.name(), index.name());
                    index.keys().stream()
                            .flatMap(key -> key.column().stream())
                            .flatMap(name -> table.column(name).stream())
                            .forEach(column -> check(path, index, column, findings));
                }
            }
        }
    }

    private void check(ObjectPath path, Index index, Column column, Consumer<Finding> findings) {
        Optional<Integer> most = VectorTypes.mostDimensions(column.type());
        Optional<Integer> dimensions = VectorTypes.dimensions(column.type());
        if (most.isPresent() && dimensions.isEmpty()) {
            String problem = index.method() + " requires a number of dimensions for column " + column.name();
            findings.accept(Finding.error(code(), path, "", problem, "declare it in the type of the column"));
        } else if (most.isPresent() && dimensions.get() > most.get()) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "",
                    index.method() + " indexes " + VectorTypes.name(column.type()) + " up to " + most.get()
                            + " dimensions, but " + column.name() + " has " + dimensions.get(),
                    "use fewer dimensions, a narrower type such as halfvec, or no index"));
        }
    }
}
