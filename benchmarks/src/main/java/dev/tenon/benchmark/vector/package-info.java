/** The cost of building vector indexes. */
@NullMarked
package dev.tenon.benchmark.vector;

import org.jspecify.annotations.NullMarked;
