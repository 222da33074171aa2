package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.InheritStatement;
import dev.tenon.schema.internal.sql.parse.RelationRewriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Updates the SQL-defined objects that are attributes of a table or partition, such as a default of a single partition.
 * The server follows every rename in them, so their statements and their names do, too.
 */
final class AlterationRename {

    private AlterationRename() {}

    /** The object after the rename of its table or partition. */
    static SqlObject ofRelation(SqlObject object, QualifiedName before, QualifiedName after) {
        return rewritten(object, sql -> RelationRewriter.inAlteration(sql, before, after));
    }

    /** The schema after the rename of a column of the table: the attributes of its partitions follow. */
    static Schema ofColumn(Schema schema, QualifiedName table, String before, String after) {
        Set<QualifiedName> relations = new HashSet<>(Set.of(table));
        schema.table(table)
                .ifPresent(owner ->
                        owner.partitions().forEach(partition -> relations.add(table.withName(partition.name()))));
        return schema.withObjects(schema.objects().stream()
                .map(object -> altered(object).filter(relations::contains).isPresent()
                        ? rewritten(object, sql -> IdentifierRewriter.in(sql, before, after))
                        : object)
                .toList());
    }

    /** The objects after the renames of partitions, which have the same bound under another name. */
    static Schema ofPartitions(Schema schema, Schema after) {
        Schema renamed = schema;
        for (Table table : schema.tables()) {
            Optional<Partitioning> now = after.table(table.name()).flatMap(Table::partitioning);
            for (Partition partition : table.partitions()) {
                Optional<Partition> successor = now.flatMap(how -> successor(how, partition));
                if (successor.isPresent()) {
                    renamed = ObjectRename.apply(
                            renamed,
                            table.name().withName(partition.name()),
                            table.name().withName(successor.get().name()));
                }
            }
        }
        return renamed;
    }

    private static Optional<Partition> successor(Partitioning after, Partition partition) {
        PartitionBound bound = partition.bound();
        return KeyedLookup.find(after.partitions(), partition.name()).isPresent()
                ? Optional.empty()
                : after.partitions().stream()
                        .filter(other -> other.bound().equals(bound))
                        .findFirst();
    }

    private static Optional<QualifiedName> altered(SqlObject object) {
        return CreateStatement.of(object.create())
                .filter(CreateStatement::alters)
                .flatMap(CreateStatement::on);
    }

    /** Inheritance keeps the names in its statements; the planner finds its tables by their renames. */
    private static SqlObject rewritten(SqlObject object, UnaryOperator<String> rewriter) {
        if (InheritStatement.isAltering(object.create())) {
            return object;
        }
        String create = rewriter.apply(object.create());
        boolean derived = CreateStatement.of(object.create())
                .map(CreateStatement::ownName)
                .filter(object.name()::equals)
                .isPresent();
        QualifiedName name = derived
                ? CreateStatement.of(create).map(CreateStatement::ownName).orElse(object.name())
                : object.name();
        return new SqlObject(
                name,
                create,
                rewriter.apply(object.drop()),
                object.beforeTables(),
                object.dependsOn(),
                object.shared());
    }
}
