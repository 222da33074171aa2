/** Writes several files of the migrations directory as one: locks, atomic writes, and recovery after an interruption. */
@NullMarked
package dev.tenon.schema.internal.migrations.transaction;

import org.jspecify.annotations.NullMarked;
