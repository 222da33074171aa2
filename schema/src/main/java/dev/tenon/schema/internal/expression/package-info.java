/** The SQL expressions in a table. */
@NullMarked
package dev.tenon.schema.internal.expression;

import org.jspecify.annotations.NullMarked;
