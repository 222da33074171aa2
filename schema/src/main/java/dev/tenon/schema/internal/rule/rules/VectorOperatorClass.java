package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethod;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * The operator class of a vector index must match the column's type and the access method; the metric determines it.
 */
final class VectorOperatorClass implements SchemaRule {

    @Override
    public String code() {
        return "TN206";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                if (AccessMethods.named(index.method()).isForVectors()) {
                    index.keys().forEach(key -> check(table, index, key, findings));
                }
            }
        }
    }

    private void check(Table table, Index index, IndexKey key, Consumer<Finding> findings) {
        key.column()
                .flatMap(table::column)
                .ifPresent(column -> check(ObjectPath.index(table.name(), index.name()), index, key, column, findings));
    }

    private void check(ObjectPath path, Index index, IndexKey key, Column column, Consumer<Finding> findings) {
        AccessMethod method = AccessMethods.named(index.method());
        List<String> classes = method.vectorClasses(VectorTypes.name(column.type()));
        String named = key.operatorClass().map(QualifiedName::name).orElse("");
        if (classes.isEmpty()) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "",
                    index.method() + " cannot index column " + column.name() + " of type " + column.type(),
                    "use vector, halfvec, bit or, with hnsw, sparsevec"));
        } else if (!classes.contains(named)
                && !(named.isEmpty() && classes.stream().anyMatch(method.defaultClasses()::contains))) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "opclass",
                    index.method() + " has no operator class " + named + " for column " + column.name() + " of type "
                            + column.type(),
                    "choose the metric of one of " + String.join(", ", classes)));
        }
    }
}
