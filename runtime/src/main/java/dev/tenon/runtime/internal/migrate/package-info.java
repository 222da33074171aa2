/** Applies migrations: preflight checks, order of steps, repair. */
@NullMarked
package dev.tenon.runtime.internal.migrate;

import org.jspecify.annotations.NullMarked;
