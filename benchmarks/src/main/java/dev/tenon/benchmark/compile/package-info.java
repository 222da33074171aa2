/** What compiling entities costs: whole javac processes over generated projects, side by side with what else people use. */
@NullMarked
package dev.tenon.benchmark.compile;

import org.jspecify.annotations.NullMarked;
