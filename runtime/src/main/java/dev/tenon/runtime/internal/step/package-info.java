/** Runs the steps of a migration, each in the way that its mode asks for. */
@NullMarked
package dev.tenon.runtime.internal.step;

import org.jspecify.annotations.NullMarked;
