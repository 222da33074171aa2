package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
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

    /** A statement that alters the object; the last of them completes the change. */
    public static List<Ddl> alter(SqlObject object, List<String> statements) {
        return statements.stream().map(sql -> Ddl.of(sql, replacement(object))).toList();
    }

    public static Ddl drop(SqlObject object) {
        ObjectDefinition definition = SchemaDefinitions.object(object);
        List<CatalogEffect> effects = new ArrayList<>();
        CreateStatement.of(object.create())
                .flatMap(CreateStatement::on)
                .filter(ReferencedNames.in(object.drop()).names()::contains)
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

    private static CatalogEffect replacement(SqlObject object) {
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
