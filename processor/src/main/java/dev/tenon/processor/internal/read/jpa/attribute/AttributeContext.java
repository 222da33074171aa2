package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.QualifiedName;

/**
 * The position of a walk over attributes in an entity.
 *
 * @param entity the entity in which the walk began
 * @param table the table of the columns
 * @param path the prefix of the attributes' paths, with a dot at the end
 * @param overrides the overrides from outside
 * @param key whether the attributes are part of the primary key
 * @param loose whether the columns take nulls whatever is said, since rows of other classes share the table
 * @param container what the attributes are those of
 */
public record AttributeContext(
        EntityClass entity,
        QualifiedName table,
        String path,
        Overrides overrides,
        boolean key,
        boolean loose,
        Container container) {

    /** What attributes are those of. */
    public enum Container {
        /** A row, of which each has a column. */
        ROW,
        /** An object that may be null as a whole, and its columns with it. */
        OBJECT,
        /** A document, in which attributes are keys, not columns. */
        DOCUMENT
    }

    public static AttributeContext in(EntityClass entity, QualifiedName table, Overrides overrides, boolean loose) {
        return new AttributeContext(entity, table, "", overrides, false, loose, Container.ROW);
    }

    /** The position inside an attribute. */
    public AttributeContext within(PersistentAttribute member, Overrides own) {
        return new AttributeContext(
                entity,
                table,
                path + member.name() + ".",
                overrides.within(member.name()).over(own),
                key,
                loose,
                container == Container.DOCUMENT ? container : Container.OBJECT);
    }

    public AttributeContext asKey() {
        return new AttributeContext(entity, table, path, overrides, true, false, container);
    }

    public AttributeContext with(Overrides others) {
        return new AttributeContext(entity, table, path, others, key, loose, container);
    }

    /** At the attributes of an object that is stored as a document. */
    public AttributeContext inDocument() {
        return new AttributeContext(entity, table, path, overrides, false, false, Container.DOCUMENT);
    }

    /** At the attributes of an object that is an element or key of a collection. */
    public AttributeContext inElement() {
        return new AttributeContext(entity, table, path, overrides, key, loose, Container.OBJECT);
    }

    /** Whether a null may stand for all of the attributes. */
    public boolean isOptional() {
        return container != Container.ROW;
    }
}
