/** Checks that the files of the migrations directory belong together. */
@NullMarked
package dev.tenon.schema.internal.migrations.check;

import org.jspecify.annotations.NullMarked;
