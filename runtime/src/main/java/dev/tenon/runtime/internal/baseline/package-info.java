/** Adopts a database whose tables exist already. */
@NullMarked
package dev.tenon.runtime.internal.baseline;

import org.jspecify.annotations.NullMarked;
