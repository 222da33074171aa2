/** Writes the outputs of a compilation: the compiled snapshot, and typed column names as Java source. */
@NullMarked
package dev.tenon.processor.internal.write;

import org.jspecify.annotations.NullMarked;
