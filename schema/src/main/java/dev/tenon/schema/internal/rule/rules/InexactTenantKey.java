package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/** The tenant key must not have a type whose text PostgreSQL rounds or parses depending on session settings. */
final class InexactTenantKey implements SchemaRule {

    private static final Set<String> ROUNDED =
            Set.of("real", "double precision", "money", "time", "timetz", "timestamp", "timestamptz", "interval");

    @Override
    public String code() {
        return "TN318";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy()
                .filter(tenancy -> isRounded(tenancy.type()))
                .ifPresent(tenancy -> findings.accept(finding(tenancy)));
    }

    private Finding finding(Tenancy tenancy) {
        ObjectPath path = ObjectPath.column(tenancy.root(), tenancy.rootKey());
        return Finding.error(
                code(),
                path,
                "type",
                path + " identifies tenants and has type " + tenancy.type()
                        + ", but sessions set the tenant as text, and the conversion to this type rounds the value or"
                        + " depends on session settings",
                "identify tenants by a uuid, an integer or a text");
    }

    private static boolean isRounded(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return isRounded(array.element());
        }
        return type instanceof ColumnType.Builtin builtin
                && (ROUNDED.contains(builtin.name()) || builtin.name().startsWith("interval "));
    }
}
