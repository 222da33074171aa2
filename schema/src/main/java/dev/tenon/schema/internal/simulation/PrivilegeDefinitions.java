package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import java.util.ArrayList;
import java.util.List;

/** Describes privileges as objects of the simulated catalogs. */
public final class PrivilegeDefinitions {

    private PrivilegeDefinitions() {}

    /** One object for each privilege of the grant. */
    public static List<ObjectDefinition> of(ObjectPath on, Grant grant) {
        List<Dependency> needed = new ArrayList<>();
        needed.add(Dependency.required(object(on), DependencyType.MEMBER));
        needed.add(Dependency.possible(CatalogName.role(grant.grantee()), DependencyType.REFERENCE));
        return names(on, grant).stream()
                .map(name -> ObjectDefinition.of(ObjectType.PRIVILEGE, name)
                        .with(ObjectAttribute.DEFINITION, "privilege", needed))
                .toList();
    }

    /** The names of these objects. */
    public static List<CatalogName> names(ObjectPath on, Grant grant) {
        return grant.privileges().stream()
                .map(privilege -> CatalogName.privilege(on, grant.grantee(), privilege.name()))
                .toList();
    }

    /** The object that has the privileges. */
    public static CatalogName object(ObjectPath on) {
        return on.kind() == ObjectPath.Kind.SCHEMA
                ? CatalogName.schema(on.owner().name())
                : CatalogName.relation(on.owner());
    }
}
