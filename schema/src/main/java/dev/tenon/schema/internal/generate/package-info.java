/**
 * Generates the next migration from the schema that classes need and the migrations directory, from the diff to the
 * files.
 */
@NullMarked
package dev.tenon.schema.internal.generate;

import org.jspecify.annotations.NullMarked;
