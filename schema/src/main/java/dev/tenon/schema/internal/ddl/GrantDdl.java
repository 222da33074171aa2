package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.PrivilegeDefinitions;
import dev.tenon.schema.internal.sql.GrantSql;
import java.util.ArrayList;
import java.util.List;

/** Statements about privileges. */
public final class GrantDdl {

    private GrantDdl() {}

    public static Ddl grant(ObjectPath on, Grant grant) {
        return Ddl.ensure(GrantSql.grant(on, grant), PrivilegeDefinitions.of(on, grant));
    }

    public static Ddl revoke(ObjectPath on, Grant grant) {
        List<CatalogEffect> effects = new ArrayList<>();
        effects.add(new CatalogEffect.Use(PrivilegeDefinitions.object(on)));
        PrivilegeDefinitions.names(on, grant)
                .forEach(name -> effects.add(new CatalogEffect.Drop(ObjectType.PRIVILEGE, name)));
        return new Ddl(GrantSql.revoke(on, grant), effects);
    }
}
