package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table with its columns, constraints, indexes, policies and privileges.
 *
 * @param name the table's name
 * @param columns the columns in their physical order
 * @param constraints the constraints, sorted by name
 * @param indexes the indexes that do not belong to constraints, sorted by name
 * @param rowSecurity whether row-level security is enabled, and whether it applies to the owner too
 * @param policies the row-level security policies, sorted by name
 * @param grants the privileges on the table, sorted by grantee
 * @param tenantScope how the table relates to tenants
 * @param storage how its rows are stored
 * @param comment the comment on the table
 * @param partitioning its partitioning; empty for an ordinary table
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        RowSecurity rowSecurity,
        List<Policy> policies,
        List<Grant> grants,
        TenantScope tenantScope,
        TableStorage storage,
        Optional<String> comment,
        Optional<Partitioning> partitioning)
        implements Keyed<QualifiedName> {

    public Table {
        Objects.requireNonNull(name, "name");
        columns = Normalization.unique("columns of ", name, columns);
        constraints = Normalization.sorted("constraints of ", name, constraints);
        indexes = Normalization.sorted("indexes of ", name, indexes);
        Objects.requireNonNull(rowSecurity, "rowSecurity");
        policies = Normalization.sorted("policies of ", name, policies);
        grants = Normalization.sorted("grants on ", name, grants);
        Objects.requireNonNull(tenantScope, "tenantScope");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(partitioning, "partitioning");
    }

    /** A table with columns and nothing else. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                List.of(),
                List.of(),
                RowSecurity.DISABLED,
                List.of(),
                List.of(),
                TenantScope.NONE,
                TableStorage.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(String column) {
        return KeyedLookup.find(columns, column);
    }

    /** The primary key, if there is one. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints(Constraint.PrimaryKey.class).findFirst();
    }

    /** The foreign keys. */
    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints(Constraint.ForeignKey.class).toList();
    }

    /** The constraints of one kind. */
    public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    public Table withName(QualifiedName other) {
        return copy(table -> table.name = other);
    }

    public Table withColumns(List<Column> others) {
        return copy(table -> table.columns = others);
    }

    public Table withConstraints(List<Constraint> others) {
        return copy(table -> table.constraints = others);
    }

    public Table withIndexes(List<Index> others) {
        return copy(table -> table.indexes = others);
    }

    /** The same table with other members of each of these kinds, which are normalized once. */
    public Table withMembers(
            List<Column> otherColumns,
            List<Constraint> otherConstraints,
            List<Index> otherIndexes,
            List<Policy> otherPolicies) {
        return copy(table -> {
            table.columns = otherColumns;
            table.constraints = otherConstraints;
            table.indexes = otherIndexes;
            table.policies = otherPolicies;
        });
    }

    public Table withRowSecurity(RowSecurity security, List<Policy> others) {
        return copy(table -> {
            table.rowSecurity = security;
            table.policies = others;
        });
    }

    public Table withGrants(List<Grant> others) {
        return copy(table -> table.grants = others);
    }

    public Table withTenantScope(TenantScope other) {
        return copy(table -> table.tenantScope = other);
    }

    public Table withStorage(TableStorage other) {
        return copy(table -> table.storage = other);
    }

    public Table withComment(Optional<String> other) {
        return copy(table -> table.comment = other);
    }

    public Table withPartitioning(Optional<Partitioning> other) {
        return copy(table -> table.partitioning = other);
    }

    /** The same table with partitions that have its row-level security, unless they have their own. */
    public Table withGuardedPartitions() {
        return partitioning
                .map(how -> how.mapPartitions(partition -> partition.guardedLike(rowSecurity, policies)))
                .map(how -> withPartitioning(Optional.of(how)))
                .orElse(this);
    }

    /** The partitions, if it has any. */
    public List<Partition> partitions() {
        return partitioning.map(Partitioning::partitions).orElse(List.of());
    }

    private Table copy(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.table();
    }

    /** A mutable copy of a table's attributes, so that a {@code with} method sets only its own. */
    private static final class Copy {
        private QualifiedName name;
        private List<Column> columns;
        private List<Constraint> constraints;
        private List<Index> indexes;
        private RowSecurity rowSecurity;
        private List<Policy> policies;
        private List<Grant> grants;
        private TenantScope tenantScope;
        private TableStorage storage;
        private Optional<String> comment;
        private Optional<Partitioning> partitioning;

        Copy(Table table) {
            name = table.name;
            columns = table.columns;
            constraints = table.constraints;
            indexes = table.indexes;
            rowSecurity = table.rowSecurity;
            policies = table.policies;
            grants = table.grants;
            tenantScope = table.tenantScope;
            storage = table.storage;
            comment = table.comment;
            partitioning = table.partitioning;
        }

        Table table() {
            return new Table(
                    name,
                    columns,
                    constraints,
                    indexes,
                    rowSecurity,
                    policies,
                    grants,
                    tenantScope,
                    storage,
                    comment,
                    partitioning);
        }
    }
}
