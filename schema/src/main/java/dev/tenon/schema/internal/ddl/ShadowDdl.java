package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.Dependency;
import dev.tenon.schema.internal.simulation.DependencyType;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.sql.ShadowSql;
import java.util.ArrayList;
import java.util.List;

/** Statements about the triggers that keep a shadow column in sync. */
public final class ShadowDdl {

    private ShadowDdl() {}

    /** The function of the triggers. */
    public static Ddl function(QualifiedName function, String column, String value, String row, List<Column> sources) {
        return Ddl.create(
                ShadowSql.function(function, column, value, row, sources),
                ObjectDefinition.of(ObjectType.ROUTINE, CatalogName.routine(function, "()")));
    }

    /** The trigger for new rows. */
    public static Ddl insertTrigger(QualifiedName table, String name, QualifiedName function) {
        return trigger(ShadowSql.insertTrigger(table, name, function), table, name, function, List.of());
    }

    /** The trigger for updates of the sources, and of rows without a value. */
    public static Ddl updateTrigger(
            QualifiedName table, String name, QualifiedName function, String column, List<Column> sources) {
        List<String> read = new ArrayList<>(List.of(column));
        sources.forEach(source -> read.add(source.name()));
        return trigger(ShadowSql.updateTrigger(table, name, function, column, sources), table, name, function, read);
    }

    private static Ddl trigger(
            String sql, QualifiedName table, String name, QualifiedName function, List<String> read) {
        List<Dependency> needed = new ArrayList<>(List.of(
                Dependency.required(CatalogName.relation(table), DependencyType.MEMBER),
                Dependency.required(CatalogName.routine(function, "()"), DependencyType.REFERENCE)));
        read.forEach(
                column -> needed.add(Dependency.required(CatalogName.column(table, column), DependencyType.REFERENCE)));
        return Ddl.create(
                sql,
                ObjectDefinition.of(ObjectType.TRIGGER, CatalogName.trigger(table, name))
                        .with(ObjectAttribute.DEFINITION, "trigger", needed));
    }

    public static Ddl dropTrigger(QualifiedName table, String name) {
        return Ddl.drop(ShadowSql.dropTrigger(table, name), ObjectType.TRIGGER, CatalogName.trigger(table, name));
    }

    public static Ddl dropFunction(QualifiedName function) {
        return Ddl.drop(ShadowSql.dropFunction(function), ObjectType.ROUTINE, CatalogName.routine(function, "()"));
    }
}
