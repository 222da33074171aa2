/** Utilities that all benchmarks share. */
@NullMarked
package dev.tenon.benchmark;

import org.jspecify.annotations.NullMarked;
