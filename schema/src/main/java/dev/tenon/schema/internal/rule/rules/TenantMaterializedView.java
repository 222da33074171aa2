package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/** A materialized view stores the rows that its owner sees, and row-level security does not apply to it. */
final class TenantMaterializedView implements SchemaRule {

    @Override
    public String code() {
        return "TN312";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.views().isEmpty()) {
            return;
        }
        TenantViewReads reads = new TenantViewReads(schema);
        for (View view : schema.views()) {
            Set<QualifiedName> tables = reads.throughViews(view);
            if (view.materialized() && view.shared().isEmpty() && !tables.isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.view(view.name()),
                        "materialized",
                        "materialized view " + view.name().display() + " stores rows of all tenants from "
                                + TenantViewReads.listed(tables)
                                + ", and policies do not apply to materialized views",
                        "make it a regular view, or state with @Shared(reason = \"…\") why all tenants may"
                                + " see them"));
            }
        }
    }
}
