package dev.tenon.processor.read.jpa;

/**
 * An attribute that holds several values, which are stored in another table than the entity's own.
 *
 * @param member the attribute
 * @param where the position in the entity
 */
record Plural(Member member, Where where) {}
