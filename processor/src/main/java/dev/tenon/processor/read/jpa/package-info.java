/**
 * From entities that carry the annotations of Jakarta Persistence to the same drafts of tables that Tenon's own entities
 * become. The annotations are read by name; what Hibernate ORM makes of them on PostgreSQL is what they mean here.
 */
@NullMarked
package dev.tenon.processor.read.jpa;

import org.jspecify.annotations.NullMarked;
