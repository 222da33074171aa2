package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import dev.tenon.schema.internal.sql.parse.RoutineOptions;
import java.util.function.Consumer;

/**
 * A routine that policies do not stop needs a reason: SECURITY DEFINER, whatever its body seems to access, and
 * LEAKPROOF, which lets queries run it before the policies. TN313 reports those of which a table of tenants is known.
 */
final class PrivilegedRoutine implements SchemaRule {

    @Override
    public String code() {
        return "TN242";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        boolean tenants = schema.tenancy().isPresent();
        boolean guarded =
                tenants || schema.tables().stream().anyMatch(table -> table.rowSecurity() != RowSecurity.DISABLED);
        if (schema.objects().isEmpty() || !guarded) {
            return;
        }
        Severity severity = tenants ? Severity.ERROR : Severity.WARNING;
        TenantViewReads reads = new TenantViewReads(schema);
        for (SqlObject object : schema.objects()) {
            if (object.shared().isPresent()) {
                continue;
            }
            ObjectPath path = ObjectPath.object(object.name());
            RoutineOptions options = RoutineOptions.of(object.create());
            if (options.leakproof()) {
                findings.accept(new Finding(
                        code(),
                        severity,
                        path,
                        "create",
                        object.name().display() + " is LEAKPROOF, so a query can run it on rows that the policies hide",
                        "remove LEAKPROOF, or state in shared why it reveals nothing of its arguments"));
            }
            if (options.definer() && reads.reachedFrom(path).isEmpty()) {
                findings.accept(new Finding(
                        code(),
                        severity,
                        path,
                        "create",
                        object.name().display() + " is SECURITY DEFINER, so the policies of its caller do not apply"
                                + " to what it does",
                        "make it SECURITY INVOKER, or state in shared why it needs the rights of its owner"));
            }
        }
    }
}
