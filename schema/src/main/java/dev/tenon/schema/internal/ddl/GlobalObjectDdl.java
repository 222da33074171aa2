package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Extension;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.GlobalObjectSql;
import java.util.List;

/** Statements about roles, schemas and extensions. */
public final class GlobalObjectDdl {

    private GlobalObjectDdl() {}

    public static Ddl createRole(String role) {
        return Ddl.ensure(GlobalObjectSql.createRole(role), List.of(SchemaDefinitions.role(role)));
    }

    public static Ddl createSchema(String schema) {
        return Ddl.ensure(GlobalObjectSql.createSchema(schema), List.of(SchemaDefinitions.namespace(schema)));
    }

    public static Ddl dropSchema(String schema) {
        return Ddl.drop(GlobalObjectSql.dropSchema(schema), ObjectType.SCHEMA, CatalogName.schema(schema));
    }

    public static Ddl createExtension(Extension extension) {
        return Ddl.ensure(
                GlobalObjectSql.createExtension(extension), List.of(SchemaDefinitions.extension(extension)));
    }

    public static Ddl dropExtension(String extension) {
        return Ddl.drop(
                GlobalObjectSql.dropExtension(extension), ObjectType.EXTENSION, CatalogName.extension(extension));
    }

    public static Ddl moveExtension(Extension extension) {
        return Ddl.alter(
                GlobalObjectSql.moveExtension(extension),
                CatalogName.extension(extension.name()),
                ObjectAttribute.DEFINITION,
                extension.schema(),
                SchemaDefinitions.extensionSchema(extension));
    }
}
