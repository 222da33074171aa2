package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.PolicySql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes tables and their members as objects of the simulated catalogs. */
public final class TableDefinitions {

    /** Stands for the names that are not part of a definition. */
    private static final QualifiedName ANY = new QualifiedName(QualifiedName.DEFAULT_SCHEMA, "any");

    private TableDefinitions() {}

    /** The table and all its members; foreign keys are last, because they need keys of other tables. */
    public static List<ObjectDefinition> all(Table table) {
        List<ObjectDefinition> all = new ArrayList<>(created(table));
        table.indexes().forEach(index -> all.add(index(table.name(), index)));
        table.policies().forEach(policy -> all.add(policy(table.name(), policy)));
        table.grants().forEach(grant -> all.addAll(PrivilegeDefinitions.of(ObjectPath.table(table.name()), grant)));
        for (Partition partition : table.partitions()) {
            QualifiedName own = table.name().withName(partition.name());
            all.add(partition(table.name(), partition));
            partition.policies().forEach(policy -> all.add(policy(own, policy)));
            partition.grants().forEach(grant -> all.addAll(PrivilegeDefinitions.of(ObjectPath.table(own), grant)));
        }
        return all;
    }

    /** The table with its columns and constraints. */
    public static List<ObjectDefinition> created(Table table) {
        List<ObjectDefinition> all = new ArrayList<>();
        all.add(table(table));
        table.columns().forEach(column -> all.add(ColumnDefinitions.of(table.name(), column)));
        table.constraints().forEach(constraint -> all.add(constraint(table.name(), constraint)));
        return all;
    }

    /** The table without its members. */
    public static ObjectDefinition table(Table table) {
        return relation(ObjectType.TABLE, table.name(), List.of(Dependency.onSchema(table.name())))
                .with(ObjectAttribute.ROW_SECURITY, table.rowSecurity() != RowSecurity.DISABLED)
                .with(ObjectAttribute.FORCED_ROW_SECURITY, table.rowSecurity() == RowSecurity.FORCED)
                .with(ObjectAttribute.UNLOGGED, table.storage().unlogged())
                .with(ObjectAttribute.PARAMETERS, table.storage().with())
                .with(ObjectAttribute.COMMENT, table.comment())
                .with(
                        ObjectAttribute.PARTITIONING,
                        table.partitioning().map(how -> List.of(how.strategy(), how.keys())),
                        table.partitioning()
                                .map(how -> partitionKey(table.name(), how))
                                .orElse(List.of()));
    }

    /** A partition as part of its table. */
    public static ObjectDefinition partition(QualifiedName table, Partition partition) {
        return relation(
                        ObjectType.PARTITION,
                        table.withName(partition.name()),
                        List.of(
                                Dependency.required(CatalogName.relation(table), DependencyType.COLUMNS),
                                Dependency.required(CatalogName.relation(table), DependencyType.MEMBER)))
                .with(ObjectAttribute.ROW_SECURITY, partition.rowSecurity() != RowSecurity.DISABLED)
                .with(ObjectAttribute.FORCED_ROW_SECURITY, partition.rowSecurity() == RowSecurity.FORCED)
                .with(ObjectAttribute.COMMENT, partition.comment());
    }

    /** A table that will become a partition. */
    public static ObjectDefinition futurePartition(QualifiedName table, QualifiedName name) {
        return relation(
                        ObjectType.TABLE,
                        name,
                        List.of(
                                Dependency.required(CatalogName.relation(table), DependencyType.COLUMNS),
                                Dependency.onSchema(name)))
                .with(ObjectAttribute.ROW_SECURITY, false)
                .with(ObjectAttribute.FORCED_ROW_SECURITY, false)
                .with(ObjectAttribute.COMMENT, Optional.empty());
    }

    private static ObjectDefinition relation(ObjectType type, QualifiedName name, List<Dependency> needed) {
        return ObjectDefinition.of(type, CatalogName.relation(name), CatalogName.type(name))
                .with(ObjectAttribute.DEFINITION, "table", needed);
    }

    public static ObjectDefinition column(QualifiedName table, Column column) {
        return ColumnDefinitions.of(table, column);
    }

    /** A constraint; that of a key or an exclusion occupies the name of its index, too. */
    public static ObjectDefinition constraint(QualifiedName table, Constraint constraint) {
        CatalogName name = CatalogName.constraint(table, constraint.name());
        boolean indexed = !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
        ObjectDefinition bare = indexed
                ? ObjectDefinition.of(
                        ObjectType.CONSTRAINT, name, CatalogName.relation(table.withName(constraint.name())))
                : ObjectDefinition.of(ObjectType.CONSTRAINT, name);
        List<Dependency> needed = new ArrayList<>();
        needed.add(Dependency.required(CatalogName.relation(table), DependencyType.MEMBER));
        needed.addAll(constraintDependencies(table, constraint));
        return bare.with(ObjectAttribute.DEFINITION, definition(constraint), needed)
                .with(ObjectAttribute.PARAMETERS, constraint.index().with())
                .with(ObjectAttribute.VALIDATED, constraint.validated())
                .withKey(key(constraint));
    }

    /** What the constraint enforces on new rows, whatever its name is. */
    public static String definition(Constraint constraint) {
        Constraint unnamed = constraint
                .withName(ANY.name())
                .withIndex(new ConstraintIndex(constraint.index().include(), Map.of()));
        return withoutDefaultSchema(ConstraintSql.definition(unnamed));
    }

    private static List<String> key(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey primary) {
            return primary.columns();
        }
        return constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }

    private static List<Dependency> constraintDependencies(QualifiedName table, Constraint constraint) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public List<Dependency> primaryKey(Constraint.PrimaryKey key) {
                return columns(table, key.columns().stream(), key.index().include(), DependencyType.MEMBER);
            }

            @Override
            public List<Dependency> unique(Constraint.Unique unique) {
                return columns(table, unique.columns().stream(), unique.index().include(), DependencyType.MEMBER);
            }

            @Override
            public List<Dependency> check(Constraint.Check check) {
                return ExpressionDependencies.of(table, check.expression(), DependencyType.EXPRESSION);
            }

            @Override
            public List<Dependency> foreignKey(Constraint.ForeignKey key) {
                List<Dependency> needed = columns(table, key.columns().stream(), List.of(), DependencyType.MEMBER);
                needed.addAll(
                        columns(key.target(), key.targetColumns().stream(), List.of(), DependencyType.KEY_REFERENCE));
                needed.add(Dependency.required(
                        new DependencyTarget.UniqueKey(key.target(), new HashSet<>(key.targetColumns())),
                        DependencyType.KEY_REFERENCE));
                return needed;
            }

            @Override
            public List<Dependency> exclusion(Constraint.Exclusion exclusion) {
                List<Dependency> needed =
                        columns(table, Stream.of(), exclusion.index().include(), DependencyType.MEMBER);
                exclusion.elements().forEach(element -> needed.addAll(indexKey(table, element.key())));
                exclusion
                        .where()
                        .ifPresent(
                                sql -> needed.addAll(ExpressionDependencies.of(table, sql, DependencyType.EXPRESSION)));
                return needed;
            }
        });
    }

    /** An index of a table or materialized view. */
    public static ObjectDefinition index(QualifiedName table, Index index) {
        List<Dependency> needed = new ArrayList<>();
        needed.add(Dependency.required(CatalogName.relation(table), DependencyType.MEMBER));
        needed.addAll(columns(table, Stream.of(), index.include(), DependencyType.MEMBER));
        index.keys().forEach(key -> needed.addAll(indexKey(table, key)));
        index.where().ifPresent(sql -> needed.addAll(ExpressionDependencies.of(table, sql, DependencyType.EXPRESSION)));
        List<String> columns =
                index.keys().stream().flatMap(key -> key.column().stream()).toList();
        boolean key = index.unique()
                && index.where().isEmpty()
                && columns.size() == index.keys().size();
        return ObjectDefinition.of(ObjectType.INDEX, CatalogName.relation(table.withName(index.name())))
                .with(
                        ObjectAttribute.DEFINITION,
                        withoutDefaultSchema(IndexSql.create(ANY, index.withName(ANY.name()))),
                        needed)
                .with(ObjectAttribute.COMMENT, index.comment())
                .withKey(key ? columns : List.of());
    }

    private static List<Dependency> indexKey(QualifiedName table, IndexKey key) {
        List<Dependency> needed = new ArrayList<>();
        if (key.target() instanceof IndexKey.OfExpression expression) {
            needed.addAll(ExpressionDependencies.of(table, expression.sql(), DependencyType.EXPRESSION));
        } else {
            // An operator class that is named may not accept the column's new type.
            DependencyType type = key.operatorClass().isPresent() ? DependencyType.EXPRESSION : DependencyType.MEMBER;
            needed.addAll(columns(table, key.column().stream(), List.of(), type));
        }
        key.operatorClass()
                .flatMap(name -> ExtensionObjects.ofOperatorClass(name.name()))
                .ifPresent(extension ->
                        needed.add(Dependency.expected(CatalogName.extension(extension), DependencyType.REFERENCE)));
        key.collation()
                .ifPresent(collation -> needed.add(
                        Dependency.possible(CatalogName.object(collation, "collation"), DependencyType.REFERENCE)));
        return needed;
    }

    /** A policy. */
    public static ObjectDefinition policy(QualifiedName table, Policy policy) {
        return ObjectDefinition.of(ObjectType.POLICY, CatalogName.policy(table, policy.name()))
                .with(ObjectAttribute.DEFINITION, policyDefinition(policy), policyDependencies(table, policy));
    }

    /** The default schema may be written or left out. */
    static String withoutDefaultSchema(String sql) {
        return sql.replace(QualifiedName.DEFAULT_SCHEMA + ".", "");
    }

    /** What a policy is, whatever the name of its table. */
    public static String policyDefinition(Policy policy) {
        return withoutDefaultSchema(PolicySql.create(ANY, policy));
    }

    public static List<Dependency> policyDependencies(QualifiedName table, Policy policy) {
        List<Dependency> needed = new ArrayList<>();
        needed.add(Dependency.required(CatalogName.relation(table), DependencyType.MEMBER));
        Stream.concat(policy.using().stream(), policy.check().stream())
                .forEach(sql -> needed.addAll(ExpressionDependencies.of(table, sql, DependencyType.REFERENCE)));
        return needed;
    }

    private static List<Dependency> partitionKey(QualifiedName table, Partitioning how) {
        List<Dependency> needed = new ArrayList<>();
        for (IndexKey key : how.keys()) {
            if (key.target() instanceof IndexKey.OfExpression expression) {
                needed.addAll(ExpressionDependencies.of(table, expression.sql(), DependencyType.REFERENCE));
            }
        }
        return needed;
    }

    private static List<Dependency> columns(
            QualifiedName table, Stream<String> columns, List<String> more, DependencyType type) {
        return new ArrayList<>(Stream.concat(columns, more.stream())
                .map(column -> Dependency.required(CatalogName.column(table, column), type))
                .toList());
    }
}
