/** What a change of a type or default means for the rows of a table. */
@NullMarked
package dev.tenon.schema.internal.plan.type;

import org.jspecify.annotations.NullMarked;
