/** Reads entities of Jakarta Persistence into tables. */
@NullMarked
package dev.tenon.processor.internal.read.jpa;

import org.jspecify.annotations.NullMarked;
