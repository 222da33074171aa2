package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the parts of a table while its entity is read, each name once. */
public final class TableDraft {

    private final ReadContext context;
    private final EntityStructure shape;
    private final List<DeclarationSite> places;
    private final QualifiedName name;
    private final TableStorage storage;
    private final Optional<String> comment;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Constraint> constraints = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Set<String> globalUniques = new HashSet<>();
    private final Set<String> unledIndexes = new HashSet<>();
    private final Set<String> unindexedForeignKeys = new HashSet<>();
    private TenantScope scope = TenantScope.NONE;
    private boolean keepsPlainKey;
    private Optional<RowSecurity> rowSecurity = Optional.empty();
    private Optional<Partitioning> partitioning = Optional.empty();
    private final PartitionAccess partitionAccess;

    public TableDraft(
            ReadContext context,
            EntityStructure shape,
            QualifiedName name,
            TableStorage storage,
            Optional<String> comment) {
        this.context = context;
        this.shape = shape;
        this.places = new ArrayList<>(DeclarationSite.all(shape, context.annotations()));
        this.name = name;
        this.storage = storage;
        this.comment = comment;
        this.partitionAccess = new PartitionAccess(context, this);
    }

    /** The structure of the entity. */
    public EntityStructure shape() {
        return shape;
    }

    /** The table's name. */
    public QualifiedName name() {
        return name;
    }

    /** The path of the table, for findings. */
    public ObjectPath path() {
        return ObjectPath.table(name);
    }

    /** The column of that name, if it was read. */
    public Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    public List<String> key() {
        return constraints.values().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(key -> ((Constraint.PrimaryKey) key).columns().stream())
                .toList();
    }

    /** The fields, embedded fields and classes that may carry constraints and indexes. */
    public List<DeclarationSite> places() {
        return List.copyOf(places);
    }

    /** Adds a column; reports a duplicate name. */
    public boolean add(Column column, SourceLocation site) {
        Column before = columns.putIfAbsent(column.name(), column);
        if (before != null) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_COLUMN,
                            site,
                            "column " + column.name() + " of " + name.display() + " is declared twice",
                            "rename one with @Column(name = \"…\") or, if embedded, with @Embedded(prefix = \"…\")");
        }
        return before == null;
    }

    /** Inserts a column at the position; reports a duplicate name. */
    public void addFirst(Column column, int position, SourceLocation site) {
        if (add(column, site)) {
            List<Column> order = new ArrayList<>(columns.values());
            order.add(position, order.remove(order.size() - 1));
            columns.clear();
            order.forEach(each -> columns.put(each.name(), each));
        }
    }

    /** The constraints read so far. */
    public List<Constraint> constraints() {
        return List.copyOf(constraints.values());
    }

    /** The indexes read so far. */
    List<Index> indexes() {
        return List.copyOf(indexes.values());
    }

    /** Removes a constraint that another one replaces. */
    public void remove(Constraint constraint) {
        constraints.remove(constraint.name());
    }

    /** Adds the fields and classes of another entity with the same table. */
    public void include(EntityStructure other) {
        DeclarationSite.all(other, context.annotations()).stream()
                .filter(site ->
                        places.stream().noneMatch(place -> place.element().equals(site.element())))
                .forEach(places::add);
    }

    /** Replaces the primary key, if there is one. */
    public void rekey(Constraint.PrimaryKey key, SourceLocation site) {
        constraints.values().removeIf(Constraint.PrimaryKey.class::isInstance);
        add(key, site);
    }

    /** Sets row-level security, independent of policies. */
    public void secure(RowSecurity said) {
        rowSecurity = Optional.of(said);
    }

    /** Replaces the column of the same name. */
    public void replace(Column column) {
        columns.put(column.name(), column);
    }

    /** Adds a constraint; reports a duplicate name. */
    public boolean add(Constraint constraint, SourceLocation site) {
        context.sites().put(ObjectPath.constraint(name, constraint.name()), site);
        return add(constraints, constraint, "constraint", site);
    }

    /** Adds an index; reports a duplicate name. */
    public boolean add(Index index, SourceLocation site) {
        context.sites().put(ObjectPath.index(name, index.name()), site);
        return add(indexes, index, "index", site);
    }

    public void add(Policy policy, SourceLocation site) {
        context.sites().put(ObjectPath.policy(name, policy.name()), site);
        add(policies, policy, "policy", site);
    }

    /** Adds to the privileges of the role. */
    public void add(Grant grant, SourceLocation site) {
        context.sites().put(ObjectPath.grant(name, grant.grantee()), site);
        grants.merge(grant.grantee(), grant, PartitionAccess::together);
    }

    public void scope(TenantScope said, boolean keepsKey) {
        scope = said;
        keepsPlainKey = keepsKey;
    }

    /** The scope, if it was read. */
    public TenantScope scope() {
        return scope;
    }

    public void partitionBy(Partitioning how) {
        partitioning = Optional.of(how);
    }

    Optional<Partitioning> partitioning() {
        return partitioning;
    }

    /** What single partitions have. */
    public PartitionAccess partitionAccess() {
        return partitionAccess;
    }

    public void holdAcrossTenants(String uniqueName) {
        globalUniques.add(uniqueName);
    }

    public void leaveUnled(String index) {
        unledIndexes.add(index);
    }

    public void leaveUnindexed(String foreignKey) {
        unindexedForeignKeys.add(foreignKey);
    }

    public DeclaredTable declared() {
        Table table = Table.of(name, List.copyOf(columns.values()))
                .withConstraints(List.copyOf(constraints.values()))
                .withIndexes(List.copyOf(indexes.values()))
                .withRowSecurity(
                        rowSecurity.orElse(policies.isEmpty() ? RowSecurity.DISABLED : RowSecurity.FORCED),
                        List.copyOf(policies.values()))
                .withGrants(List.copyOf(grants.values()))
                .withTenantScope(scope)
                .withStorage(storage)
                .withComment(comment)
                .withPartitioning(partitioning.map(partitionAccess::applyTo));
        return new DeclaredTable(table, keepsPlainKey, globalUniques, unledIndexes, unindexedForeignKeys);
    }

    private <T extends Keyed<String>> boolean add(Map<String, T> known, T added, String kind, SourceLocation site) {
        boolean fresh = known.putIfAbsent(added.name(), added) == null;
        if (!fresh) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_NAME,
                            site,
                            kind + " " + added.name() + " of " + name.display() + " is declared twice",
                            "give one of them another name");
        }
        return fresh;
    }
}
