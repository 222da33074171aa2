package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.Dependency;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import java.util.List;
import java.util.Objects;

/**
 * A statement with its effects on the catalogs.
 *
 * @param sql the statement, without a semicolon
 * @param effects the effects, in order; empty if it changes only rows or values of sequences
 */
public record Ddl(String sql, List<CatalogEffect> effects) {

    public Ddl {
        Objects.requireNonNull(sql, "sql");
        effects = List.copyOf(effects);
    }

    static Ddl of(String sql, CatalogEffect... effects) {
        return new Ddl(sql, List.of(effects));
    }

    static Ddl create(String sql, List<ObjectDefinition> objects) {
        return new Ddl(
                sql,
                objects.stream().<CatalogEffect>map(CatalogEffect.Create::new).toList());
    }

    static Ddl create(String sql, ObjectDefinition object) {
        return of(sql, new CatalogEffect.Create(object));
    }

    /** Creates the objects that do not exist. */
    static Ddl ensure(String sql, List<ObjectDefinition> objects) {
        return new Ddl(
                sql,
                objects.stream().<CatalogEffect>map(CatalogEffect.Ensure::new).toList());
    }

    static Ddl drop(String sql, ObjectType type, CatalogName name) {
        return of(sql, new CatalogEffect.Drop(type, name));
    }

    static Ddl rename(String sql, CatalogName name, CatalogName after) {
        return of(sql, new CatalogEffect.Rename(name, after));
    }

    static Ddl alter(String sql, CatalogName name, ObjectAttribute attribute, Object value) {
        return alter(sql, name, attribute, value, List.of());
    }

    static Ddl alter(
            String sql, CatalogName name, ObjectAttribute attribute, Object value, List<Dependency> dependencies) {
        return of(sql, new CatalogEffect.Alter(name, attribute, value, dependencies));
    }
}
