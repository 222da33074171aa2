/** Statements of migrations: their SQL, with what they do to the catalogs. */
@NullMarked
package dev.tenon.schema.internal.ddl;

import org.jspecify.annotations.NullMarked;
