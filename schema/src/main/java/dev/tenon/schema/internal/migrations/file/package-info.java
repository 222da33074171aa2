/** The files of the migrations directory: their formats, checksums, locks and atomic writes. */
@NullMarked
package dev.tenon.schema.internal.migrations.file;

import org.jspecify.annotations.NullMarked;
