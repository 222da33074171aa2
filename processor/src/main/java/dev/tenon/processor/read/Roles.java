package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import java.util.Optional;

/** Resolves the roles of policies and grants, by default to the application role of the tenancy. */
final class Roles {

    private final ReadContext context;
    private final Optional<String> application;

    Roles(ReadContext context, Optional<String> application) {
        this.context = context;
        this.application = application;
    }

    /** The named role, or else the application role; reports if there is neither. */
    Optional<String> orApplication(Optional<String> named, Site site) {
        Optional<String> role = named.or(() -> application);
        if (role.isEmpty()) {
            context.diagnostics()
                    .error(
                            Code.NO_ROLE,
                            site,
                            "no role is named, and without @Tenancy there is no application role",
                            "name the role");
        }
        return role;
    }
}
