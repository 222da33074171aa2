package dev.tenon.schema.rule.rules;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import java.util.ArrayList;
import java.util.List;

/** The registry of the schema rules, in the order of their codes. */
public final class Rules {

    private static final BrokenSql BROKEN_SQL = new BrokenSql();

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
            new IdentityType(),
            new ImpossibleAction(),
            new TypeModifier(),
            new AccessMethodAbility(),
            new SystemColumn(),
            new ReservedName(),
            new VectorIndexParameter(),
            new DefaultOperatorClass(),
            new PolicyConditions(),
            new UndeliveredColumn(),
            new StarInView(),
            new ViewCircle(),
            new DefinerPath(),
            new UnseenObject(),
            new PartitionKey(),
            new PartitionBounds(),
            new PartitionColumn(),
            new PartitionedAbility(),
            new NoPartition(),
            new UpgradeUnsafeType(),
            new StorageParameter(),
            new RedundantIndex(),
            new UnindexedReference(),
            new CyclicReferences(),
            new SequenceOwner(),
            new UnfitStorage(),
            new ImpossibleReference(),
            new ScopeWithoutTenancy(),
            new UnsaidScope(),
            new SharedReference(),
            new TenantColumn(),
            new TenantSetting(),
            new GrantAroundPolicies(),
            new OwnersView(),
            new StoredTenants(),
            new DefinerReads(),
            new TenantPairing(),
            new UnsaidTenant(),
            new UnsaidShare(),
            new UnusedPolicy(),
            new RoundedTenant(),
            new LargeObjectColumn());

    private Rules() {}

    /** The codes of all rules, in their order. */
    public static List<String> codes() {
        return RULES.stream().map(SchemaRule::code).toList();
    }

    /** Everything that breaks a rule, in the order of the rules. */
    public static List<Finding> check(CompiledSnapshot compiled) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.check(compiled.schema(), findings::add));
        BROKEN_SQL.check(compiled.hints(), findings::add);
        return List.copyOf(findings);
    }
}
