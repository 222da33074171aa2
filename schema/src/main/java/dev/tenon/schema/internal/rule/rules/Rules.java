package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.ArrayList;
import java.util.List;

/** The registry of the schema rules, in the order of their codes. */
public final class Rules {

    private static final MalformedSql BROKEN_SQL = new MalformedSql();

    private static final List<SchemaRule> RULES = List.of(
            new MissingPrimaryKey(),
            new UnknownColumn(),
            new NameCollision(),
            new NameTooLong(),
            new ForeignKeyType(),
            new VectorOperatorClass(),
            new VectorDimensions(),
            new EmptyEnum(),
            BROKEN_SQL,
            new MissingExtension(),
            new IdentityColumnType(),
            new InvalidForeignKeyAction(),
            new TypeModifier(),
            new AccessMethodCapability(),
            new SystemColumn(),
            new ReservedName(),
            new VectorIndexParameter(),
            new DefaultOperatorClass(),
            new PolicyConditions(),
            new MissingViewColumn(),
            new SelectStarInView(),
            new CyclicViews(),
            new SecurityDefinerSearchPath(),
            new UnverifiableObject(),
            new PartitionKey(),
            new PartitionBounds(),
            new PartitionColumn(),
            new PartitioningSupport(),
            new MissingPartition(),
            new UpgradeUnsafeType(),
            new StorageParameter(),
            new RedundantIndex(),
            new UnindexedForeignKey(),
            new CyclicReferences(),
            new SequenceOwner(),
            new InvalidColumnStorage(),
            new InvalidForeignKey(),
            new UnknownColumnInSql(),
            new PrivilegedRoutine(),
            new GuessableTenantKey(),
            new MissingTenancy(),
            new MissingTenantScope(),
            new SharedToTenantReference(),
            new TenantColumn(),
            new TenantSetting(),
            new PolicyBypassingGrant(),
            new SecurityDefinerView(),
            new TenantMaterializedView(),
            new SecurityDefinerTenantAccess(),
            new UnpairedTenantColumns(),
            new UndeclaredTenantColumn(),
            new UndeclaredSharedTable(),
            new UnusedPolicy(),
            new InexactTenantKey(),
            new LargeObjectColumn(),
            new SharedParentAction(),
            new WritableSharedTable(),
            new BlockedTenantDeletion(),
            new AdmittedRole());

    private Rules() {}

    /** The codes of all rules, in their order. */
    public static List<String> codes() {
        return RULES.stream().map(SchemaRule::code).toList();
    }

    /** All violations, in the order of the rules. */
    public static List<Finding> check(CompiledSnapshot compiled) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.check(compiled.schema(), findings::add));
        BROKEN_SQL.check(compiled.hints(), findings::add);
        return List.copyOf(findings);
    }
}
