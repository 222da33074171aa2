package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.RowSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the row-level security, policies and grants that single partitions of a table have. */
public final class PartitionAccess {

    private final Map<String, RowSecurity> security = new TreeMap<>();
    private final Map<String, Map<String, Policy>> policies = new TreeMap<>();
    private final Map<String, Map<String, Grant>> grants = new TreeMap<>();
    private final ReadContext context;
    private final TableDraft table;

    PartitionAccess(ReadContext context, TableDraft table) {
        this.context = context;
        this.table = table;
    }

    /** Sets the row-level security of the partition, independent of its policies. */
    public void secure(String partition, RowSecurity declared) {
        security.put(partition, declared);
    }

    /** Adds a policy of the partition; reports a duplicate name and a partition that is not declared. */
    public void add(String partition, Policy policy, SourceLocation site) {
        if (isDeclared(partition, site)
                && policies.computeIfAbsent(partition, name -> new TreeMap<>()).putIfAbsent(policy.name(), policy)
                        != null) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_NAME,
                            site,
                            "policy " + policy.name() + " of " + partition + " is declared twice",
                            "give one of them another name");
        }
    }

    /** Adds to the privileges of the role on the partition; reports a partition that is not declared. */
    public void add(String partition, Grant grant, SourceLocation site) {
        if (isDeclared(partition, site)) {
            grants.computeIfAbsent(partition, name -> new TreeMap<>())
                    .merge(grant.grantee(), grant, PartitionAccess::together);
        }
    }

    static Grant together(Grant known, Grant more) {
        List<Privilege> privileges = new ArrayList<>(known.privileges());
        privileges.addAll(more.privileges());
        return new Grant(known.grantee(), privileges);
    }

    /** The partitions with what is declared of each. */
    Partitioning applyTo(Partitioning partitioning) {
        return partitioning.withPartitions(
                partitioning.partitions().stream().map(this::applyTo).toList());
    }

    private Partition applyTo(Partition partition) {
        String name = partition.name();
        List<Policy> own = List.copyOf(policies.getOrDefault(name, Map.of()).values());
        Partition granted = partition.withAccess(
                RowSecurity.DISABLED,
                List.of(),
                List.copyOf(grants.getOrDefault(name, Map.of()).values()));
        Optional<RowSecurity> declared = Optional.ofNullable(security.get(name))
                .or(() -> own.isEmpty() ? Optional.empty() : Optional.of(RowSecurity.FORCED));
        return declared.map(how -> granted.withOwnSecurity(how, own)).orElse(granted);
    }

    private boolean isDeclared(String partition, SourceLocation site) {
        boolean declared = table.partitioning()
                .flatMap(how -> how.partition(partition))
                .isPresent();
        if (!declared) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.PARTITION_ALONE,
                            site,
                            table.name().display() + " declares no partition " + partition,
                            "declare it with @Partition, or correct the name");
        }
        return declared;
    }
}
