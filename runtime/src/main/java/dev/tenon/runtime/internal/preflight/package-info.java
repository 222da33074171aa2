/** Checks of pending statements against the live database, before the first step. */
@NullMarked
package dev.tenon.runtime.internal.preflight;

import org.jspecify.annotations.NullMarked;
