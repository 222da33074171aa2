package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/** Not every access method supports UNIQUE, exclusion constraints, INCLUDE columns, sort order, or several columns. */
final class AccessMethodCapability implements SchemaRule {

    @Override
    public String code() {
        return "TN215";
    }

    private static final Set<String> KNOWN =
            Set.of("btree", "hash", "gist", "spgist", "gin", "brin", "hnsw", "ivfflat");
    private static final Set<String> SEVERAL_KEYS = Set.of("btree", "gist", "gin", "brin");
    private static final Set<String> EXCLUDING = Set.of("btree", "hash", "gist", "spgist");
    private static final Set<String> INCLUDING = Set.of("btree", "gist", "spgist");

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.constraints(Constraint.Exclusion.class).forEach(exclusion -> check(table, exclusion, findings));
            for (Index index : table.indexes()) {
                if (KNOWN.contains(index.method())) {
                    check(ObjectPath.index(table.name(), index.name()), index, findings);
                }
            }
        }
    }

    private void check(Table table, Constraint.Exclusion exclusion, Consumer<Finding> findings) {
        if (KNOWN.contains(exclusion.method()) && !EXCLUDING.contains(exclusion.method())) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.constraint(table.name(), exclusion.name()),
                    "method",
                    "access method " + exclusion.method() + " does not support exclusion constraints",
                    "use gist"));
        }
        if (!exclusion.index().include().isEmpty() && !INCLUDING.contains(exclusion.method())) {
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
        boolean btree = index.method().equals("btree");
        refuse(index.unique() && !btree, path, index, "unique", "UNIQUE", findings);
        refuse(
                index.keys().size() > 1 && !SEVERAL_KEYS.contains(index.method()),
                path,
                index,
                "columns",
                "several columns",
                findings);
        refuse(
                !index.include().isEmpty() && !INCLUDING.contains(index.method()),
                path,
                index,
                "include",
                "INCLUDE columns",
                findings);
        refuse(
                index.keys().stream().anyMatch(key -> key.order() != IndexKey.Order.ASC) && !btree,
                path,
                index,
                "columns",
                "DESC or NULLS FIRST",
                findings);
    }

    private void refuse(
            boolean asked, ObjectPath path, Index index, String attribute, String what, Consumer<Finding> findings) {
        if (asked) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    attribute,
                    "access method " + index.method() + " of " + path + " does not support " + what,
                    "remove it, or use btree"));
        }
    }
}
