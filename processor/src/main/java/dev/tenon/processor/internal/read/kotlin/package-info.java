/** Holds the Java stubs of Kotlin classes against what Kotlin says of them. */
@NullMarked
package dev.tenon.processor.internal.read.kotlin;

import org.jspecify.annotations.NullMarked;
