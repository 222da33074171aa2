/** Proves tenant isolation by probes in a transaction that is rolled back. */
@NullMarked
package dev.tenon.runtime.internal.isolation;

import org.jspecify.annotations.NullMarked;
