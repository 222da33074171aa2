package dev.tenon.cli.importer;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds enum types that no table column uses, so that the package must declare them. */
final class UnusedEnums {

    private UnusedEnums() {}

    static List<QualifiedName> of(Schema schema) {
        Set<QualifiedName> used = new HashSet<>();
        schema.tables().forEach(table -> table.columns().forEach(column -> add(column.type(), used)));
        return schema.enums().stream()
                .map(EnumType::name)
                .filter(name -> !used.contains(name))
                .toList();
    }

    private static void add(ColumnType type, Set<QualifiedName> used) {
        if (type instanceof ColumnType.UserDefined declared) {
            used.add(declared.name());
        }
    }
}
