/** Counts the rows that tenant isolation hides, and reads what admitted roles saw. */
@NullMarked
package dev.tenon.runtime.internal.fence;

import org.jspecify.annotations.NullMarked;
