package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tables with columns of a SQL-defined type or collation, which prevent its replacement. */
public final class TypeUsage {

    private TypeUsage() {}

    /** The tables of the schema with columns of the object's type or collation; none if the object is neither. */
    public static Stream<Table> of(SqlObject object, Schema schema) {
        Optional<QualifiedName> name = CreateStatement.of(object.create())
                .filter(CreateStatement::ofColumns)
                .map(CreateStatement::name);
        return name.stream()
                .flatMap(made -> schema.tables().stream()
                        .filter(table -> table.columns().stream().anyMatch(column -> isOf(column, made))));
    }

    private static boolean isOf(Column column, QualifiedName name) {
        ColumnType type = column.type() instanceof ColumnType.Array array ? array.element() : column.type();
        boolean typed = type instanceof ColumnType.UserDefined own && own.name().equals(name);
        return typed || column.collation().filter(name::equals).isPresent();
    }
}
