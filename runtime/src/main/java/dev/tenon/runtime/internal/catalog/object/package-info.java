/** Reads and compares SQL-defined objects. */
@NullMarked
package dev.tenon.runtime.internal.catalog.object;

import org.jspecify.annotations.NullMarked;
