/** What benchmarks share. */
@NullMarked
package dev.tenon.benchmark;

import org.jspecify.annotations.NullMarked;
