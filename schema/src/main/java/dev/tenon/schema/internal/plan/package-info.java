/** Plans the steps of a migration: a recipe for each family of changes, in an order that PostgreSQL accepts. */
@NullMarked
package dev.tenon.schema.internal.plan;

import org.jspecify.annotations.NullMarked;
