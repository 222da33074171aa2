/** The files of the migrations directory: their formats and checksums. */
@NullMarked
package dev.tenon.schema.internal.migrations.file;

import org.jspecify.annotations.NullMarked;
