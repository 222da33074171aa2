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
 * @param loose whether all columns are nullable, because rows of other classes share the table
 * @param inside what contains the attributes
 */
public record AttributeContext(
        EntityClass entity,
        QualifiedName table,
        String path,
        Overrides overrides,
        boolean key,
        boolean loose,
        Inside inside) {

    /** What contains the attributes. */
    public enum Inside {
        /** A row; each attribute has a column. */
        ROW,
        /** An object that may be null, and all its columns with it. */
        OBJECT,
        /** A document, in which attributes are keys instead of columns. */
        DOCUMENT
    }

    public static AttributeContext in(EntityClass entity, QualifiedName table, Overrides overrides, boolean loose) {
        return new AttributeContext(entity, table, "", overrides, false, loose, Inside.ROW);
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
                inside == Inside.DOCUMENT ? inside : Inside.OBJECT);
    }

    public AttributeContext asKey() {
        return new AttributeContext(entity, table, path, overrides, true, false, inside);
    }

    public AttributeContext with(Overrides others) {
        return new AttributeContext(entity, table, path, others, key, loose, inside);
    }

    /** The position inside an object that is stored as a document. */
    public AttributeContext inDocument() {
        return new AttributeContext(entity, table, path, overrides, false, false, Inside.DOCUMENT);
    }

    /** The position inside an object that is an element or key of a collection. */
    public AttributeContext inElement() {
        return new AttributeContext(entity, table, path, overrides, key, loose, Inside.OBJECT);
    }

    /** Whether the object that contains the attributes may be null. */
    public boolean isOptional() {
        return inside != Inside.ROW;
    }
}
