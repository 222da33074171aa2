package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethod;
import dev.tenon.schema.internal.derive.AccessMethod.Capability;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Not every access method supports UNIQUE, exclusion constraints, INCLUDE columns, sort order, or several columns. */
final class AccessMethodCapability implements SchemaRule {

    @Override
    public String code() {
        return "TN215";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.constraints(Constraint.Exclusion.class).forEach(exclusion -> check(table, exclusion, findings));
            for (Index index : table.indexes()) {
                check(ObjectPath.index(table.name(), index.name()), index, findings);
            }
        }
    }

    private void check(Table table, Constraint.Exclusion exclusion, Consumer<Finding> findings) {
        AccessMethod method = AccessMethods.named(exclusion.method());
        if (!method.supports(Capability.EXCLUSION)) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.constraint(table.name(), exclusion.name()),
                    "method",
                    "access method " + exclusion.method() + " does not support exclusion constraints",
                    "use gist"));
        }
        if (!exclusion.index().include().isEmpty() && !method.supports(Capability.INCLUDE)) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.constraint(table.name(), exclusion.name()),
                    "include",
                    "access method " + exclusion.method() + " of " + exclusion.name()
                            + " does not support INCLUDE columns",
                    "remove include, or use gist"));
        }
    }

    private void check(ObjectPath path, Index index, Consumer<Finding> findings) {
        boolean several = index.keys().size() > 1;
        boolean sorted = index.keys().stream().anyMatch(key -> key.order() != IndexKey.Order.ASC);
        refuse(index.unique(), Capability.UNIQUE, path, index, "unique", "UNIQUE", findings);
        refuse(several, Capability.SEVERAL_KEYS, path, index, "columns", "several columns", findings);
        refuse(!index.include().isEmpty(), Capability.INCLUDE, path, index, "include", "INCLUDE columns", findings);
        refuse(sorted, Capability.SORT_ORDER, path, index, "columns", "DESC or NULLS FIRST", findings);
    }

    private void refuse(
            boolean asked,
            Capability capability,
            ObjectPath path,
            Index index,
            String attribute,
            String what,
            Consumer<Finding> findings) {
        if (asked && !AccessMethods.named(index.method()).supports(capability)) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    attribute,
                    "access method " + index.method() + " of " + path + " does not support " + what,
                    "remove it, or use btree"));
        }
    }
}
