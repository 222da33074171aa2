/** Reads and compares SQL-defined objects and reads whole databases. */
@NullMarked
package dev.tenon.runtime.internal.catalog.object;

import org.jspecify.annotations.NullMarked;
