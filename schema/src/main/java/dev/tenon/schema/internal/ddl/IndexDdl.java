package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.IndexSql;
import java.util.Optional;

/** Statements about indexes. */
public final class IndexDdl {

    private IndexDdl() {}

    public static Ddl create(QualifiedName table, Index index) {
        return Ddl.create(IndexSql.create(table, index), definition(table, index));
    }

    /** Creates the index of a partitioned table, which is invalid until its partitions have theirs. */
    public static Ddl createOnly(QualifiedName table, Index index) {
        return Ddl.create(IndexSql.createOnly(table, index), definition(table, index));
    }

    public static Ddl createConcurrently(QualifiedName table, Index index) {
        return Ddl.create(IndexSql.createConcurrently(table, index), definition(table, index));
    }

    /** Makes a partition's index a part of that of the partitioned table. */
    public static Ddl attach(QualifiedName table, String index, String part) {
        return Ddl.of(
                IndexSql.attach(table, index, part),
                new CatalogEffect.Attach(relation(table, part), relation(table, index)));
    }

    public static Ddl dropConcurrently(QualifiedName table, String index) {
        return Ddl.drop(IndexSql.dropConcurrently(table, index), ObjectType.INDEX, relation(table, index));
    }

    public static Ddl drop(QualifiedName table, String index) {
        return Ddl.drop(IndexSql.drop(table, index), ObjectType.INDEX, relation(table, index));
    }

    public static Ddl rename(QualifiedName table, String before, String after) {
        return Ddl.rename(IndexSql.rename(table, before, after), relation(table, before), relation(table, after));
    }

    public static Ddl comment(QualifiedName table, String index, Optional<String> comment) {
        return Ddl.alter(
                IndexSql.comment(table, index, comment), relation(table, index), ObjectAttribute.COMMENT, comment);
    }

    private static ObjectDefinition definition(QualifiedName table, Index index) {
        return TableDefinitions.index(table, index.withComment(Optional.empty()));
    }

    private static CatalogName relation(QualifiedName table, String index) {
        return CatalogName.relation(table.withName(index));
    }
}
