package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.Optional;

/** Resolves the roles of policies and grants, by default to the application role of the tenancy. */
public final class RoleNames {

    private final ReadContext context;
    private final Optional<String> application;

    public RoleNames(ReadContext context, Optional<String> application) {
        this.context = context;
        this.application = application;
    }

    /** The named role, or else the application role; reports if there is neither. */
    public Optional<String> orApplication(Optional<String> named, SourceLocation site) {
        Optional<String> role = named.or(() -> application);
        if (role.isEmpty()) {
            context.diagnostics()
                    .unlessPart(
                            DiagnosticCode.NO_ROLE,
                            site,
                            "no role is named, and without @Tenancy there is no application role",
                            "name the role");
        }
        return role;
    }
}
