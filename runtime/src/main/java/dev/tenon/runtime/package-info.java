/** Applies migrations to a database and proves that the database equals the snapshot. */
@NullMarked
package dev.tenon.runtime;

import org.jspecify.annotations.NullMarked;
