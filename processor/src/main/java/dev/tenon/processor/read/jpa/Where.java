package dev.tenon.processor.read.jpa;

import dev.tenon.schema.QualifiedName;

/**
 * The position of a walk over attributes in an entity.
 *
 * @param entity the entity in which the walk began
 * @param table the table of the columns
 * @param path the prefix of the attributes' paths, with a dot at the end
 * @param overrides the overrides from outside
 * @param key whether the attributes are part of the primary key
 * @param loose whether all columns are nullable, because rows of other classes share the table
 */
record Where(EntityClass entity, QualifiedName table, String path, Overrides overrides, boolean key, boolean loose) {

    static Where in(EntityClass entity, QualifiedName table, Overrides overrides, boolean loose) {
        return new Where(entity, table, "", overrides, false, loose);
    }

    /** The position inside an attribute. */
    Where within(Member member, Overrides own) {
        return new Where(
                entity,
                table,
                path + member.name() + ".",
                overrides.within(member.name()).over(own),
                key,
                loose);
    }

    Where asKey() {
        return new Where(entity, table, path, overrides, true, false);
    }

    Where with(Overrides others) {
        return new Where(entity, table, path, others, key, loose);
    }
}
