package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.Dependency;
import dev.tenon.schema.internal.simulation.DependencyType;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.sql.ShadowSql;
import java.util.List;

/** Statements about the trigger that keeps a shadow column in sync. */
public final class ShadowDdl {

    private ShadowDdl() {}

    /** The function of the trigger. */
    public static Ddl function(QualifiedName function, String column, String value, String row) {
        return Ddl.create(
                ShadowSql.function(function, column, value, row),
                ObjectDefinition.of(ObjectType.ROUTINE, CatalogName.routine(function, "()")));
    }

    public static Ddl trigger(QualifiedName table, String name, QualifiedName function) {
        return Ddl.create(
                ShadowSql.trigger(table, name, function),
                ObjectDefinition.of(ObjectType.TRIGGER, CatalogName.trigger(table, name))
                        .with(
                                ObjectAttribute.DEFINITION,
                                "trigger",
                                List.of(
                                        Dependency.required(CatalogName.relation(table), DependencyType.MEMBER),
                                        Dependency.required(
                                                CatalogName.routine(function, "()"), DependencyType.REFERENCE))));
    }

    public static Ddl dropTrigger(QualifiedName table, String name) {
        return Ddl.drop(ShadowSql.dropTrigger(table, name), ObjectType.TRIGGER, CatalogName.trigger(table, name));
    }

    public static Ddl dropFunction(QualifiedName function) {
        return Ddl.drop(ShadowSql.dropFunction(function), ObjectType.ROUTINE, CatalogName.routine(function, "()"));
    }
}
