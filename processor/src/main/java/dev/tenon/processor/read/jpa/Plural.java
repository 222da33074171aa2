package dev.tenon.processor.read.jpa;

/**
 * An attribute that holds several values, which lie in another table than the entity's own.
 *
 * @param member the attribute
 * @param where where in the entity it is
 */
record Plural(Member member, Where where) {}
