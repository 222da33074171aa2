package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/** A view that reads rows of tenants with its owner's privileges shows them to every reader of the view. */
final class SecurityDefinerView implements SchemaRule {

    @Override
    public String code() {
        return "TN311";
    }

    /** Checks only the tables that a view reads directly, because a view between them is checked itself. */
    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.views().isEmpty()) {
            return;
        }
        TenantViewReads reads = new TenantViewReads(schema);
        for (View view : schema.views()) {
            List<QualifiedName> tables = reads.directly(view);
            boolean owners = view.form() instanceof ViewKind.Regular computed && !computed.securityInvoker();
            if (owners && view.shared().isEmpty() && !tables.isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.view(view.name()),
                        "securityInvoker",
                        "view " + view.name().display() + " reads rows of tenants in "
                                + TenantViewReads.listed(tables)
                                + " with the privileges of its owner, bypassing the policies of the reader",
                        "keep securityInvoker on, or state with @Shared(reason = \"…\") why all tenants may"
                                + " see them"));
            }
        }
    }
}
