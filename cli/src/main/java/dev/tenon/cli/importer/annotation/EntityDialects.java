package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.Schema;

/**
 * The ways to declare entities.
 *
 * @param tenon uses Tenon's own annotations
 * @param jpa uses those of Jakarta Persistence, and Tenon's for what they lack
 */
public record EntityDialects(EntityDialect tenon, EntityDialect jpa) {

    /** Returns the ways for a schema. */
    public static EntityDialects of(
            Schema schema, JavaNaming naming, JpaRelations relations, NullabilityStyle nullability) {
        ColumnAnnotations columns = new ColumnAnnotations(schema, naming);
        return new EntityDialects(
                new TenonDialect(naming, nullability, columns), new JpaDialect(naming, relations, columns));
    }
}
