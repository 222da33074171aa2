package dev.tenon.processor.internal.read.jpa.attribute;

/**
 * An attribute that holds several values, which are stored in another table than the entity's own.
 *
 * @param member the attribute
 * @param where the position in the entity
 */
public record PluralAttribute(PersistentAttribute member, AttributeContext where) {}
