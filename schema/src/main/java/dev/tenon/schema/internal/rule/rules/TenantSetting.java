package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** PostgreSQL accepts a custom setting only with a dot in its name. */
final class TenantSetting implements SchemaRule {

    @Override
    public String code() {
        return "TN306";
    }

    private static final Pattern CUSTOM = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)+");

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy()
                .filter(tenancy -> !CUSTOM.matcher(tenancy.setting()).matches())
                .ifPresent(tenancy -> findings.accept(Finding.error(
                        code(),
                        ObjectPath.tenancy(),
                        "setting",
                        "'" + tenancy.setting() + "' is not a valid name of a custom setting",
                        "use two words separated by a dot, such as app.tenant_id")));
    }
}
