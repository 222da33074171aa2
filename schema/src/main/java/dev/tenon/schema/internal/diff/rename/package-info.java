/**
 * Declared renames: finds those that are still to be applied, and renames objects in a schema as the server does, so
 * that everything that references them follows.
 */
@NullMarked
package dev.tenon.schema.internal.diff.rename;

import org.jspecify.annotations.NullMarked;
