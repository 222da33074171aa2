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
 * @param container what contains the attributes
 */
public record AttributeContext(
        EntityClass entity,
        QualifiedName table,
        String path,
        Overrides overrides,
        boolean key,
        boolean loose,
        Container container) {

    /** What contains the attributes. */
    public enum Container {
        /** A row; each attribute has a column. */
        ROW,
        /** An object that may be null, and all its columns with it. */
        OBJECT,
        /** A document, in which attributes are keys instead of columns. */
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

    /** The position of attributes whose columns take no nulls because of rows of other classes. */
    public AttributeContext asRequired() {
        return new AttributeContext(entity, table, path, overrides, key, false, container);
    }

    public AttributeContext with(Overrides others) {
        return new AttributeContext(entity, table, path, others, key, loose, container);
    }

    /** The position inside an object that is stored as a document. */
    public AttributeContext inDocument() {
        return new AttributeContext(entity, table, path, overrides, false, false, Container.DOCUMENT);
    }

    /** The position inside an object that is an element or key of a collection. */
    public AttributeContext inElement() {
        return new AttributeContext(entity, table, path, overrides, key, loose, Container.OBJECT);
    }

    /** Whether the object that contains the attributes may be null. */
    public boolean isOptional() {
        return container != Container.ROW;
    }
}
