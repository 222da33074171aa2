package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import dev.tenon.schema.internal.sql.parse.RoutineOptions;
import dev.tenon.schema.internal.sql.parse.RoutineOptions.NameResolution;
import java.util.function.Consumer;

/**
 * A SECURITY DEFINER routine must set search_path; otherwise its caller decides how names resolve and can bypass tenant
 * isolation. Unless {@code pg_temp} is the last schema there, temporary tables and types of the caller are found first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY">Writing
 *     SECURITY DEFINER Functions Safely</a>
 */
final class SecurityDefinerSearchPath implements SchemaRule {

    private static final String REMEDY = "SET search_path = pg_catalog, pg_temp and qualify other names, or name their"
            + " schemas between the two: SET search_path = pg_catalog, public, pg_temp";

    @Override
    public String code() {
        return "TN224";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (SqlObject object : schema.objects()) {
            RoutineOptions options = RoutineOptions.of(object.create());
            if (!options.definer() || options.names() == NameResolution.BY_ROUTINE) {
                continue;
            }
            boolean byCaller = options.names() == NameResolution.BY_CALLER;
            findings.accept(new Finding(
                    code(),
                    byCaller && schema.tenancy().isPresent() ? Severity.ERROR : Severity.WARNING,
                    ObjectPath.object(object.name()),
                    "create",
                    object.name().display()
                            + (byCaller
                                    ? " is SECURITY DEFINER but does not set search_path, so its caller decides which"
                                            + " objects its names resolve to"
                                    : " is SECURITY DEFINER and its search_path does not end with pg_temp, so a temporary"
                                            + " table or type of its caller can stand for a name in its body"),
                    byCaller ? "add " + REMEDY + "; or make it SECURITY INVOKER" : REMEDY));
        }
    }
}
