package dev.tenon.processor.read.jpa;

import dev.tenon.schema.QualifiedName;

/**
 * Where in an entity a walk over attributes is.
 *
 * @param entity the entity that the walk began in
 * @param table the table that columns go to
 * @param path what the paths of attributes begin with, with a dot at the end
 * @param overrides what is said from outside about the attributes
 * @param key whether the attributes are part of the primary key
 * @param loose whether the columns take nulls whatever is said, since rows of other classes share the table
 */
record Where(EntityClass entity, QualifiedName table, String path, Overrides overrides, boolean key, boolean loose) {

    static Where in(EntityClass entity, QualifiedName table, Overrides overrides, boolean loose) {
        return new Where(entity, table, "", overrides, false, loose);
    }

    /** Inside an attribute. */
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
