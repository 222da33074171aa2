/** Adopts a database whose tables already exist. */
@NullMarked
package dev.tenon.runtime.internal.baseline;

import org.jspecify.annotations.NullMarked;
