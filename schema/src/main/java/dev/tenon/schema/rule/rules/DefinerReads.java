package dev.tenon.schema.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import dev.tenon.schema.sql.RoutineOptions;
import java.util.Set;
import java.util.function.Consumer;

/** A SECURITY DEFINER routine that accesses rows of tenants bypasses the policies of its caller. */
final class DefinerReads implements SchemaRule {

    @Override
    public String code() {
        return "TN313";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.objects().isEmpty()) {
            return;
        }
        TenantReads reads = new TenantReads(schema);
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
                                + TenantReads.listed(tables) + ", bypassing the policies of its caller",
                        "make it SECURITY INVOKER, or state in shared why all tenants may access them"));
            }
        }
    }
}
