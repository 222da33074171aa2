/**
 * Derives the database schema from the declarations of entities: names, indexes of foreign keys, and tenant isolation.
 */
@NullMarked
package dev.tenon.schema.internal.derive;

import org.jspecify.annotations.NullMarked;
