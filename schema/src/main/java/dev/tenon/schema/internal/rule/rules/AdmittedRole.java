package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** A role that sees the rows of all tenants must be named, and cannot be the application role. */
final class AdmittedRole implements SchemaRule {

    @Override
    public String code() {
        return "TN323";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy().ifPresent(tenancy -> {
            for (String role : tenancy.admitted()) {
                if (role.isBlank() || role.equals(tenancy.role())) {
                    findings.accept(Finding.error(
                            code(),
                            ObjectPath.tenancy(),
                            "admitted",
                            role.isBlank()
                                    ? "an admitted role has no name"
                                    : "the application role " + role
                                            + " cannot be admitted, because tenants work in it",
                            "name the login role of the version without tenants"));
                }
            }
            if (tenancy.observed() && tenancy.admitted().isEmpty()) {
                findings.accept(unobserved(tenancy));
            }
        });
    }

    private Finding unobserved(Tenancy tenancy) {
        return Finding.warning(
                code(),
                ObjectPath.tenancy(),
                "observed",
                "nothing is observed, because " + tenancy.stage() + " admits no role",
                "name the roles in admitted, or remove observed");
    }
}
