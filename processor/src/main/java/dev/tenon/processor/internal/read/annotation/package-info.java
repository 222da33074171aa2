/** Finds annotations on elements and reads their attributes. */
@NullMarked
package dev.tenon.processor.internal.read.annotation;

import org.jspecify.annotations.NullMarked;
