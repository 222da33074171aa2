package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Policy;

/** Names the policies by which roles see the rows of all tenants, and recognizes them. */
public final class TenantAdmission {

    private static final String PREFIX = "tenant_admitted_";

    private TenantAdmission() {}

    /** The name of the role's policy. */
    static String policy(String role) {
        return DefaultNames.fit(PREFIX + role);
    }

    /** Whether Tenon derives the policy for a role that a tenancy admits. */
    public static boolean is(Policy policy) {
        return policy.roles().size() == 1
                && policy.name().equals(policy(policy.roles().get(0)));
    }
}
