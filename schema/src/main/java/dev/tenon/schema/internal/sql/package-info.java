/** Writes SQL: one writer for each kind of object. */
@NullMarked
package dev.tenon.schema.internal.sql;

import org.jspecify.annotations.NullMarked;
