package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethod;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** An index that names no operator class uses the default one, which not every access method has for every type. */
final class DefaultOperatorClass implements SchemaRule {

    @Override
    public String code() {
        return "TN219";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (IndexLike index : IndexLike.of(table)) {
                AccessMethod method = AccessMethods.named(index.method());
                if (method.additionalClasses()
                        .flatMap(extension -> KeyedLookup.find(schema.extensions(), extension))
                        .isEmpty()) {
                    check(table, index, method, findings);
                }
            }
        }
    }

    private void check(Table table, IndexLike index, AccessMethod method, Consumer<Finding> findings) {
        for (IndexKey key : index.keys()) {
            if (key.operatorClass().isEmpty()) {
                key.column()
                        .flatMap(table::column)
                        .filter(column -> !method.hasDefault().test(column.type()))
                        .ifPresent(column -> report(index, method, column, findings));
            }
        }
    }

    private void report(IndexLike index, AccessMethod method, Column column, Consumer<Finding> findings) {
        findings.accept(Finding.error(
                code(),
                index.at(),
                "columns/" + column.name(),
                index.method() + " has no default operator class for column " + column.name() + " of type "
                        + column.type(),
                "set one with opclass"
                        + method.additionalClasses()
                                .map(extension -> ", or declare extension " + extension)
                                .orElse(", or index an expression")));
    }
}
