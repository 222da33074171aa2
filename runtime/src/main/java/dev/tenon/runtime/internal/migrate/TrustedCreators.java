package dev.tenon.runtime.internal.migrate;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles may create objects in the schema of unqualified names, and what follows if others may.
 *
 * @param declared the roles whose privilege the entities declare; never everyone, nor the application role
 * @param required whether others are refused; if not, they are reported
 */
public record TrustedCreators(Set<String> declared, boolean required) {

    private static final String EVERYONE = "public";

    public TrustedCreators {
        declared = Set.copyOf(declared);
    }

    /** Others are refused, because statements will run. */
    public static TrustedCreators required(Schema schema) {
        return new TrustedCreators(declared(schema), true);
    }

    /** Others are reported, because no statement of a migration will run. */
    public static TrustedCreators reported(Schema schema) {
        return new TrustedCreators(declared(schema), false);
    }

    private static Set<String> declared(Schema schema) {
        return schema.namespaces().stream()
                .filter(namespace -> namespace.name().equals(QualifiedName.DEFAULT_SCHEMA))
                .flatMap(namespace -> namespace.grants().stream())
                .filter(grant -> grant.privileges().contains(Privilege.CREATE))
                .map(Grant::grantee)
                .filter(role -> !role.equals(EVERYONE))
                .filter(role ->
                        schema.tenancy().map(Tenancy::role).filter(role::equals).isEmpty())
                .collect(Collectors.toSet());
    }
}
