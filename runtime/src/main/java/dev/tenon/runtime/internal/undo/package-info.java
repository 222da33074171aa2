/** Undoing steps of a migration: the statements that undo a statement, and which steps must be undone together. */
@NullMarked
package dev.tenon.runtime.internal.undo;

import org.jspecify.annotations.NullMarked;
