package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.EnumSql;
import java.util.List;
import java.util.Optional;

/** Statements about enum types. */
public final class EnumDdl {

    private EnumDdl() {}

    /** Creates the type without its comment, which another statement sets. */
    public static Ddl create(EnumType type) {
        return Ddl.create(
                EnumSql.create(type),
                SchemaDefinitions.enumType(new EnumType(type.name(), type.labels(), Optional.empty())));
    }

    public static Ddl drop(QualifiedName type) {
        return Ddl.drop(EnumSql.drop(type), ObjectType.TYPE, CatalogName.type(type));
    }

    public static Ddl rename(QualifiedName type, String name) {
        return Ddl.rename(EnumSql.rename(type, name), CatalogName.type(type), CatalogName.type(type.withName(name)));
    }

    public static Ddl move(QualifiedName type, String schema) {
        return Ddl.rename(
                EnumSql.move(type, schema),
                CatalogName.type(type),
                CatalogName.type(new QualifiedName(schema, type.name())));
    }

    /** Adds a label before another one, or as the last. */
    public static Ddl addLabel(QualifiedName type, String label, Optional<String> before) {
        return Ddl.ensure(EnumSql.addLabel(type, label, before), List.of(SchemaDefinitions.label(type, label)));
    }

    public static Ddl renameLabel(QualifiedName type, String before, String after) {
        return Ddl.rename(
                EnumSql.renameLabel(type, before, after),
                CatalogName.label(type, before),
                CatalogName.label(type, after));
    }

    public static Ddl comment(QualifiedName type, Optional<String> comment) {
        return Ddl.alter(EnumSql.comment(type, comment), CatalogName.type(type), ObjectAttribute.COMMENT, comment);
    }
}
