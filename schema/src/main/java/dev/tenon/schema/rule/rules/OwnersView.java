package dev.tenon.schema.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewForm;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/** A view that reads rows of tenants with its owner's privileges shows them to every reader of the view. */
final class OwnersView implements SchemaRule {

    @Override
    public String code() {
        return "TN311";
    }

    /** What it reads through another view is that view's business. */
    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.views().isEmpty()) {
            return;
        }
        TenantReads reads = new TenantReads(schema);
        for (View view : schema.views()) {
            List<QualifiedName> tables = reads.directly(view);
            boolean owners = view.form() instanceof ViewForm.Computed computed && !computed.securityInvoker();
            if (owners && view.shared().isEmpty() && !tables.isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.view(view.name()),
                        "securityInvoker",
                        "view " + view.name().display() + " reads rows of tenants in "
                                + TenantReads.listed(tables)
                                + " with the privileges of its owner, bypassing the policies of the reader",
                        "keep securityInvoker on, or state with @Shared(reason = \"…\") why all tenants may"
                                + " see them"));
            }
        }
    }
}
