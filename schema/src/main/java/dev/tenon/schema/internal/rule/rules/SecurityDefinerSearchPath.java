package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import dev.tenon.schema.internal.sql.parse.RoutineOptions;
import java.util.function.Consumer;

/**
 * A SECURITY DEFINER routine must set search_path; otherwise its caller decides how names resolve and can bypass tenant
 * isolation.
 */
final class SecurityDefinerSearchPath implements SchemaRule {

    @Override
    public String code() {
        return "TN224";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (SqlObject object : schema.objects()) {
            RoutineOptions options = RoutineOptions.of(object.create());
            if (options.definer() && !options.pinsSearchPath()) {
                findings.accept(new Finding(
                        code(),
                        schema.tenancy().isPresent() ? Severity.ERROR : Severity.WARNING,
                        ObjectPath.object(object.name()),
                        "create",
                        object.name().display() + " is SECURITY DEFINER but does not set search_path, so its caller"
                                + " decides which objects its names resolve to",
                        "add SET search_path = '' and qualify names with their schemas, or make it SECURITY INVOKER"));
            }
        }
    }
}
