/** The structure and the names of an entity, before its columns are mapped. */
@NullMarked
package dev.tenon.processor.internal.read.structure;

import org.jspecify.annotations.NullMarked;
