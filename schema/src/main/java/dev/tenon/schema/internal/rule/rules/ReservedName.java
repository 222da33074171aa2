package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/**
 * Names of schemas and roles that begin with pg_ are reserved by PostgreSQL, as is role none; schema tenon contains the
 * migration history.
 */
final class ReservedName implements SchemaRule {

    @Override
    public String code() {
        return "TN217";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Namespace namespace : schema.namespaces()) {
            String name = namespace.name();
            if (name.startsWith("pg_") || name.equals("information_schema") || name.equals("tenon")) {
                ObjectPath table = schema.tables().stream()
                        .map(Table::name)
                        .filter(each -> each.schema().equals(name))
                        .findFirst()
                        .map(ObjectPath::table)
                        .orElse(ObjectPath.namespace(name));
                report(table, "schema", "schema " + name + " is reserved", findings);
            }
        }
        for (Role role : schema.roles()) {
            if (role.name().startsWith("pg_") || role.name().equals("none")) {
                report(
                        ObjectPath.role(role.name()),
                        "",
                        "role " + role.name() + " is reserved by PostgreSQL",
                        findings);
            }
        }
    }

    private void report(ObjectPath path, String attribute, String problem, Consumer<Finding> findings) {
        findings.accept(Finding.error(code(), path, attribute, problem, "choose another name"));
    }
}
