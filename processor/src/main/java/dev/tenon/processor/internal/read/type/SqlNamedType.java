package dev.tenon.processor.internal.read.type;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.BuiltinTypes;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.util.Optional;

/** Parses the SQL type in {@code @Column(type = "…")}. */
final class SqlNamedType {

    private final DeclaredExtensions extensions;
    private final SqlDefinedTypes made;

    SqlNamedType(DeclaredExtensions extensions, SqlDefinedTypes made) {
        this.extensions = extensions;
        this.made = made;
    }

    /** The type, or empty if there is no type of that name. */
    Optional<ColumnType> parse(String text) {
        try {
            return resolve(ColumnType.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<ColumnType> resolve(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return resolve(array.element()).map(ColumnType.Array::new);
        }
        if (!(type instanceof ColumnType.Builtin builtin) || BuiltinTypes.contains(builtin.name())) {
            return Optional.of(type);
        }
        return ExtensionObjects.ofType(builtin.name())
                .map(extension -> new QualifiedName(extensions.schemaOf(extension), builtin.name()))
                .or(() -> made.find(builtin.name()))
                .map(name -> new ColumnType.UserDefined(name, builtin.modifiers()));
    }
}
