package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.parse.DropStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** Statements about SQL-defined objects. */
public final class SqlObjectDdl {

    private SqlObjectDdl() {}

    /** The statements that create the object; the first one creates it. */
    public static List<Ddl> create(SqlObject object) {
        return statements(object, new CatalogEffect.Create(SchemaDefinitions.object(object)));
    }

    /** The statements that create the object in place of the former one. */
    public static List<Ddl> replace(SqlObject object) {
        return statements(object, replacement(object));
    }

    /** Statements that alter the object; the last of them completes the change. */
    public static List<Ddl> alter(SqlObject object, List<String> statements) {
        CatalogEffect.Alter replacement = replacement(object);
        List<Ddl> all = new ArrayList<>();
        for (String sql : statements) {
            all.add(Ddl.of(sql, new CatalogEffect.AlterPart(replacement, all.size() + 1, statements.size())));
        }
        return all;
    }

    public static Ddl drop(SqlObject object) {
        ObjectDefinition definition = SchemaDefinitions.object(object);
        List<CatalogEffect> effects = new ArrayList<>();
        DropStatement.relation(object.drop())
                .ifPresent(table -> effects.add(new CatalogEffect.Use(CatalogName.relation(table))));
        effects.add(new CatalogEffect.Drop(definition.type(), SchemaDefinitions.objectName(object)));
        return new Ddl(object.drop(), effects);
    }

    /** Lets the server create routines without resolving the names in their bodies, until {@link #checkBodies}. */
    public static Ddl skipBodies() {
        return Ddl.of("SET check_function_bodies = off");
    }

    public static Ddl checkBodies() {
        return Ddl.of("RESET check_function_bodies");
    }

    private static CatalogEffect.Alter replacement(SqlObject object) {
        ObjectDefinition definition = SchemaDefinitions.object(object);
        return new CatalogEffect.Alter(
                SchemaDefinitions.objectName(object),
                ObjectAttribute.DEFINITION,
                SchemaDefinitions.objectDefinition(object),
                definition.dependencies().getOrDefault(ObjectAttribute.DEFINITION, List.of()));
    }

    private static List<Ddl> statements(SqlObject object, CatalogEffect first) {
        List<Ddl> all = new ArrayList<>();
        for (String sql : SqlScript.of(object.create()).statements()) {
            all.add(all.isEmpty() ? Ddl.of(sql, first) : Ddl.of(sql));
        }
        return all;
    }
}
