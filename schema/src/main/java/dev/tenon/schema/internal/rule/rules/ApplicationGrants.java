package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.List;
import java.util.stream.Stream;

/** What the application role may do, by its own grants and those of all roles. */
final class ApplicationGrants {

    private static final String EVERYONE = "public";

    private final String role;

    ApplicationGrants(Tenancy tenancy) {
        this.role = tenancy.role();
    }

    /** Whether the role has a privilege on the table, or on a partition of it. */
    boolean allow(Table table, Privilege privilege) {
        return on(table).anyMatch(grant -> grant.privileges().contains(privilege));
    }

    /** The grants that the role has on the table and its partitions. */
    Stream<Grant> on(Table table) {
        return Stream.concat(
                own(table.grants()), table.partitions().stream().flatMap(partition -> own(partition.grants())));
    }

    /** Those of the grants that the role has. */
    Stream<Grant> own(List<Grant> grants) {
        return grants.stream().filter(grant -> isRole(grant.grantee()));
    }

    /** Whether a grant to the grantee is one to the role. */
    boolean isRole(String grantee) {
        return grantee.equals(role) || grantee.equals(EVERYONE);
    }
}
