/** The cost of compiling entities: javac processes on generated projects, compared with other processors. */
@NullMarked
package dev.tenon.benchmark.compile;

import org.jspecify.annotations.NullMarked;
