/** Finds the columns that change their type through a shadow column, and what depends on them. */
@NullMarked
package dev.tenon.schema.internal.plan.shadow;

import org.jspecify.annotations.NullMarked;
