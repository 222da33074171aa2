package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.PolicySql;

/** Statements about policies. */
public final class PolicyDdl {

    private PolicyDdl() {}

    public static Ddl create(QualifiedName table, Policy policy) {
        return Ddl.create(PolicySql.create(table, policy), TableDefinitions.policy(table, policy));
    }

    public static Ddl alter(QualifiedName table, Policy policy) {
        return Ddl.alter(
                PolicySql.alter(table, policy),
                CatalogName.policy(table, policy.name()),
                ObjectAttribute.DEFINITION,
                TableDefinitions.policyDefinition(policy),
                TableDefinitions.policyDependencies(table, policy));
    }

    public static Ddl drop(QualifiedName table, String policy) {
        return Ddl.drop(PolicySql.drop(table, policy), ObjectType.POLICY, CatalogName.policy(table, policy));
    }
}
