/** Reads annotated elements into a schema. */
@NullMarked
package dev.tenon.processor.internal.read;

import org.jspecify.annotations.NullMarked;
