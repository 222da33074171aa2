/** Locks that serialize migrators, and the pauses between attempts. */
@NullMarked
package dev.tenon.runtime.internal.lock;

import org.jspecify.annotations.NullMarked;
