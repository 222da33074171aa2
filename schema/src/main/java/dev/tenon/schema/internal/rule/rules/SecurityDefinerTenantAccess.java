package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.RoutineOptions;
import java.util.Set;
import java.util.function.Consumer;

/** A SECURITY DEFINER routine that accesses rows of tenants bypasses the policies of its caller. */
final class SecurityDefinerTenantAccess implements SchemaRule {

    @Override
    public String code() {
        return "TN313";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.objects().isEmpty()) {
            return;
        }
        TenantViewReads reads = new TenantViewReads(schema);
        for (SqlObject object : schema.objects()) {
            ObjectPath path = ObjectPath.object(object.name());
            Set<QualifiedName> tables = reads.reachedFrom(path);
            boolean definer = RoutineOptions.of(object.create()).definer();
            if (definer && object.shared().isEmpty() && !tables.isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        path,
                        "create",
                        object.name().display() + " is SECURITY DEFINER and accesses rows of all tenants in "
                                + TenantViewReads.listed(tables) + ", bypassing the policies of its caller",
                        "make it SECURITY INVOKER, or state in shared why all tenants may access them"));
            }
        }
    }
}
