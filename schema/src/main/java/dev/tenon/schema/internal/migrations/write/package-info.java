/** Adds, drops, rebases and updates migrations in the directory. */
@NullMarked
package dev.tenon.schema.internal.migrations.write;

import org.jspecify.annotations.NullMarked;
