/** Reads the persistent attributes of Jakarta Persistence entities. */
@NullMarked
package dev.tenon.processor.internal.read.jpa.attribute;

import org.jspecify.annotations.NullMarked;
