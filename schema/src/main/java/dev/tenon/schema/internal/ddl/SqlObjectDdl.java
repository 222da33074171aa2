package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.simulation.TextSearchDefinitions;
import dev.tenon.schema.internal.sql.parse.DropRoutineStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** Statements about SQL-defined objects. */
public final class SqlObjectDdl {

    private SqlObjectDdl() {}

    /** The statements that create the object; the first one creates it. */
    public static List<Ddl> create(SqlObject object) {
        List<CatalogEffect> effects = new ArrayList<>(List.of(new CatalogEffect.Create(SchemaDefinitions.object(object))));
        TextSearchDefinitions.mappings(object).forEach(mapping -> effects.add(new CatalogEffect.Create(mapping)));
        return statements(object, effects);
    }

    /** The statements that create the object in place of the former one. */
    public static List<Ddl> replace(SqlObject object) {
        return statements(object, List.of(replacement(object)));
    }

    /** Statements that alter the object: each a mapping of a text search configuration, or else all together. */
    public static List<Ddl> alter(SqlObject before, SqlObject after, List<String> statements) {
        List<Ddl> all = new ArrayList<>();
        for (String sql : statements) {
            List<CatalogEffect> mapped = TextSearchDefinitions.effects(before, after, sql);
            all.add(new Ddl(sql, mapped.isEmpty() ? List.of(replacement(after)) : mapped));
        }
        return List.copyOf(all);
    }

    /** Renames a routine. */
    public static Ddl rename(SqlObject before, SqlObject after) {
        DropRoutineStatement drop = DropRoutineStatement.of(before.drop()).orElseThrow();
        return Ddl.rename(
                drop.rename(after.name().name()),
                SchemaDefinitions.object(before).name(),
                SchemaDefinitions.object(after).name());
    }

    public static Ddl drop(SqlObject object) {
        ObjectDefinition definition = SchemaDefinitions.object(object);
        return Ddl.drop(object.drop(), definition.type(), SchemaDefinitions.objectName(object));
    }

    /** Lets the server create routines without resolving the names in their bodies, until {@link #checkBodies}. */
    public static Ddl skipBodies() {
        return Ddl.of("SET check_function_bodies = off");
    }

    public static Ddl checkBodies() {
        return Ddl.of("RESET check_function_bodies");
    }

    private static CatalogEffect replacement(SqlObject object) {
        ObjectDefinition definition = SchemaDefinitions.object(object);
        return new CatalogEffect.Alter(
                SchemaDefinitions.objectName(object),
                ObjectAttribute.DEFINITION,
                SchemaDefinitions.objectDefinition(object),
                definition.dependencies().getOrDefault(ObjectAttribute.DEFINITION, List.of()));
    }

    private static List<Ddl> statements(SqlObject object, List<CatalogEffect> first) {
        List<Ddl> all = new ArrayList<>();
        for (String sql : SqlScript.of(object.create()).statements()) {
            all.add(new Ddl(sql, all.isEmpty() ? first : List.of()));
        }
        return all;
    }
}
