/** Statements, the locks they take, and the steps in which they commit. */
@NullMarked
package dev.tenon.schema.internal.plan.statement;

import org.jspecify.annotations.NullMarked;
