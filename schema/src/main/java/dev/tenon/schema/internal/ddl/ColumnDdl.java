package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ColumnDefinitions;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.ColumnSql;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements about columns. */
public final class ColumnDdl {

    private ColumnDdl() {}

    /** Adds the column, without its storage options and comment, which other statements set. */
    public static Ddl add(QualifiedName table, Column column) {
        return Ddl.create(
                ColumnSql.add(table, column),
                ColumnDefinitions.of(
                        table, column.withStorage(ColumnStorage.DEFAULT).withComment(Optional.empty())));
    }

    public static Ddl drop(QualifiedName table, String column) {
        return Ddl.drop(ColumnSql.drop(table, column), ObjectType.COLUMN, CatalogName.column(table, column));
    }

    public static Ddl rename(QualifiedName table, String before, String after) {
        return Ddl.rename(
                ColumnSql.rename(table, before, after),
                CatalogName.column(table, before),
                CatalogName.column(table, after));
    }

    /**
     * Changes type and collation, which resets the storage options except the statistics target.
     *
     * @param converts whether values are converted
     */
    public static Ddl setType(QualifiedName table, Column column, Optional<String> using, boolean converts) {
        CatalogName name = CatalogName.column(table, column.name());
        return Ddl.of(
                ColumnSql.setType(table, column, using),
                new CatalogEffect.ChangeType(
                        name, ColumnDefinitions.typeValue(column), converts, ColumnDefinitions.type(column)));
    }

    /**
     * Gives columns other collations, in one statement. Keys of indexes that have the new collation already have that of
     * their column from then on.
     *
     * @param columns the columns with their new collations
     * @param indexes the indexes as they are afterwards
     */
    public static Ddl setCollations(QualifiedName table, List<Column> columns, List<Index> indexes) {
        Ddl types = together(
                table,
                columns.stream()
                        .map(column -> setType(table, column, Optional.empty(), false))
                        .toList());
        List<CatalogEffect> effects = new ArrayList<>(types.effects());
        for (Index index : indexes) {
            ObjectDefinition afterwards = TableDefinitions.index(table, index);
            effects.add(new CatalogEffect.Alter(
                    afterwards.name(),
                    ObjectAttribute.DEFINITION,
                    afterwards.attributes().get(ObjectAttribute.DEFINITION),
                    afterwards.dependencies().getOrDefault(ObjectAttribute.DEFINITION, List.of())));
        }
        return new Ddl(types.sql(), effects);
    }

    /** One statement for several columns of a table, which rewrites the table once. */
    public static Ddl together(QualifiedName table, List<Ddl> statements) {
        return new Ddl(
                ColumnSql.together(table, statements.stream().map(Ddl::sql).toList()),
                statements.stream().flatMap(each -> each.effects().stream()).toList());
    }

    public static Ddl setNotNull(QualifiedName table, String column) {
        return nullable(ColumnSql.setNotNull(table, column), table, column, false);
    }

    public static Ddl dropNotNull(QualifiedName table, String column) {
        return nullable(ColumnSql.dropNotNull(table, column), table, column, true);
    }

    public static Ddl setDefault(QualifiedName table, String column, ColumnDefault.Expression value) {
        return source(CatalogEffect.Source.PLAIN, ColumnSql.setDefault(table, column, value), table, column, Optional.of(value));
    }

    public static Ddl dropDefault(QualifiedName table, String column) {
        return source(CatalogEffect.Source.PLAIN, ColumnSql.dropDefault(table, column), table, column, Optional.empty());
    }

    public static Ddl addIdentity(QualifiedName table, String column, ColumnDefault.Identity identity) {
        return source(CatalogEffect.Source.NONE, ColumnSql.addIdentity(table, column, identity), table, column, Optional.of(identity));
    }

    /** Changes {@code ALWAYS} or {@code BY DEFAULT} and the options of the sequence; its current value stays. */
    public static Ddl setIdentity(QualifiedName table, Column column, ColumnDefault.Identity identity) {
        return source(CatalogEffect.Source.IDENTITY, ColumnSql.setIdentity(table, column, identity), table, column.name(), Optional.of(identity));
    }

    public static Ddl dropIdentity(QualifiedName table, String column) {
        return source(CatalogEffect.Source.IDENTITY, ColumnSql.dropIdentity(table, column), table, column, Optional.empty());
    }

    /** Turns a generated column into a plain one that keeps its values. */
    public static Ddl dropExpression(QualifiedName table, String column) {
        return source(CatalogEffect.Source.GENERATED, ColumnSql.dropExpression(table, column), table, column, Optional.empty());
    }

    /** The statements that change the storage options, one for each option. */
    public static List<Ddl> setStorage(QualifiedName table, Column before, Column after) {
        Map<ObjectAttribute, Object> changed = new LinkedHashMap<>();
        if (!before.storage().strategy().equals(after.storage().strategy())) {
            changed.put(ObjectAttribute.STORAGE, after.storage().strategy());
        }
        if (!before.storage().compression().equals(after.storage().compression())) {
            changed.put(ObjectAttribute.COMPRESSION, after.storage().compression());
        }
        if (!before.storage().statistics().equals(after.storage().statistics())) {
            changed.put(ObjectAttribute.STATISTICS, after.storage().statistics());
        }
        Iterator<String> statements = ColumnSql.setStorage(table, before, after).iterator();
        return changed.entrySet().stream()
                .map(each -> Ddl.alter(
                        statements.next(), CatalogName.column(table, after.name()), each.getKey(), each.getValue()))
                .toList();
    }

    public static Ddl comment(QualifiedName table, String column, Optional<String> comment) {
        return Ddl.alter(
                ColumnSql.comment(table, column, comment),
                CatalogName.column(table, column),
                ObjectAttribute.COMMENT,
                comment);
    }

    private static Ddl nullable(String sql, QualifiedName table, String column, boolean nullable) {
        return Ddl.alter(sql, CatalogName.column(table, column), ObjectAttribute.NULLABLE, nullable);
    }

    private static Ddl source(
            CatalogEffect.Source former,
            String sql,
            QualifiedName table,
            String column,
            Optional<ColumnDefault> value) {
        CatalogName name = CatalogName.column(table, column);
        return Ddl.of(
                sql,
                new CatalogEffect.RequireSource(name, former),
                new CatalogEffect.Alter(
                        name, ObjectAttribute.DEFAULT, value, ColumnDefinitions.defaultValue(table, value)));
    }
}
