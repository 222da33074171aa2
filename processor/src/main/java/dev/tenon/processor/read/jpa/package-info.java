/**
 * Reads entities with the annotations of Jakarta Persistence into the same table drafts as Tenon's own entities. The
 * annotations are read by name; they mean what Hibernate ORM creates for them on PostgreSQL.
 */
@NullMarked
package dev.tenon.processor.read.jpa;

import org.jspecify.annotations.NullMarked;
