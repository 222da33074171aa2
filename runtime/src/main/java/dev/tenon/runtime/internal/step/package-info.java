/** Runs the steps of a migration, each in its mode. */
@NullMarked
package dev.tenon.runtime.internal.step;

import org.jspecify.annotations.NullMarked;
