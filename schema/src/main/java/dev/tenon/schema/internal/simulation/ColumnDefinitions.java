package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes columns as objects of the simulated catalogs. */
public final class ColumnDefinitions {

    private ColumnDefinitions() {}

    /** The column with all its attributes. */
    public static ObjectDefinition of(QualifiedName table, Column column) {
        return ObjectDefinition.of(ObjectType.COLUMN, CatalogName.column(table, column.name()))
                .with(
                        ObjectAttribute.DEFINITION,
                        "column",
                        List.of(Dependency.required(CatalogName.relation(table), DependencyType.MEMBER)))
                .with(ObjectAttribute.TYPE, typeValue(column), type(column))
                .with(ObjectAttribute.NULLABLE, column.nullable())
                .with(ObjectAttribute.DEFAULT, column.defaultValue(), defaultValue(table, column.defaultValue()))
                .with(ObjectAttribute.STORAGE, column.storage().strategy())
                .with(ObjectAttribute.COMPRESSION, column.storage().compression())
                .with(ObjectAttribute.STATISTICS, column.storage().statistics())
                .with(ObjectAttribute.COMMENT, column.comment());
    }

    /** The value of {@link ObjectAttribute#TYPE}: the type and the collation. */
    public static String typeValue(Column column) {
        return column.type()
                + column.collation().map(name -> " COLLATE " + name).orElse("");
    }

    /** The dependencies of the type and the collation. */
    public static List<Dependency> type(Column column) {
        List<Dependency> needed = new ArrayList<>(type(column.type()));
        column.collation()
                .ifPresent(collation -> needed.add(
                        Dependency.possible(CatalogName.object(collation, "collation"), DependencyType.REFERENCE)));
        return needed;
    }

    /** The dependencies of a type. */
    public static List<Dependency> type(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return type(array.element());
        }
        if (type instanceof ColumnType.UserDefined own) {
            List<Dependency> needed = new ArrayList<>();
            needed.add(Dependency.expected(CatalogName.type(own.name()), DependencyType.REFERENCE));
            ExtensionObjects.ofType(own.name().name())
                    .ifPresent(extension -> needed.add(
                            Dependency.expected(CatalogName.extension(extension), DependencyType.REFERENCE)));
            return needed;
        }
        return List.of();
    }

    /** The dependencies of a default, or of the expression of a generated column. */
    public static List<Dependency> defaultValue(QualifiedName table, Optional<ColumnDefault> value) {
        if (value.orElse(null) instanceof ColumnDefault.Generated generated) {
            return ExpressionDependencies.of(table, generated.sql(), DependencyType.REFERENCE);
        }
        return value.orElse(null) instanceof ColumnDefault.Expression expression
                ? ExpressionDependencies.of(expression.sql())
                : List.of();
    }
}
