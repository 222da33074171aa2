/** Comparison of a live database with its snapshot. */
@NullMarked
package dev.tenon.runtime.verify;

import org.jspecify.annotations.NullMarked;
