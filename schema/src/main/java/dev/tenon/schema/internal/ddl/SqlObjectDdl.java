package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.parse.DropRoutineStatement;
import dev.tenon.schema.internal.sql.parse.DropStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Statements about SQL-defined objects. */
public final class SqlObjectDdl {

    private static final Pattern INDEX =
            Pattern.compile("(?is)^\\s*((?:create\\s+(?:unique\\s+)?|drop\\s+)index\\s+)(?!concurrently\\s)");

    private SqlObjectDdl() {}

    /** The statements that create the object; the first one creates it. */
    public static List<Ddl> create(SqlObject object) {
        return statements(object, new CatalogEffect.Create(SchemaDefinitions.object(object)));
    }

    /** The statements that create the object in place of the former one. */
    public static List<Ddl> replace(SqlObject object) {
        return statements(object, replacement(object));
    }

    /** The same, if the text of its first statement replaces no other object by itself. */
    public static List<Ddl> replace(SqlObject object, UnaryOperator<String> replacing) {
        List<Ddl> all = new ArrayList<>(replace(object));
        Ddl first = all.get(0);
        all.set(0, new Ddl(replacing.apply(first.sql()), first.effects()));
        return all;
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

    /** The statements that create an index of a partition concurrently, and its comment. */
    public static List<Ddl> createConcurrently(SqlObject index) {
        List<Ddl> all = new ArrayList<>(create(index));
        Ddl built = all.get(0);
        all.set(0, new Ddl(INDEX.matcher(built.sql()).replaceFirst("$1CONCURRENTLY "), built.effects()));
        return all;
    }

    /** Drops an index of a partition concurrently. */
    public static Ddl dropConcurrently(SqlObject index) {
        ObjectDefinition definition = SchemaDefinitions.object(index);
        return Ddl.drop(
                INDEX.matcher(index.drop()).replaceFirst("$1CONCURRENTLY "),
                definition.type(),
                SchemaDefinitions.objectName(index));
    }

    /** The statements that add a constraint to a partition for new rows only, and its comment. */
    public static List<Ddl> addNotValid(SqlObject constraint) {
        List<Ddl> all = new ArrayList<>(create(constraint));
        Ddl added = all.get(0);
        all.set(0, new Ddl(added.sql() + " NOT VALID", added.effects()));
        return all;
    }

    /** Checks the existing rows of a partition. */
    public static Ddl validate(QualifiedName partition, String constraint) {
        return Ddl.of(ConstraintSql.validate(partition, constraint));
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
