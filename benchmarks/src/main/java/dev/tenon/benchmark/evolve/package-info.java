/** The cost of generating migrations: the diff and its SQL in warmed-up code, and whole {@code generate} processes. */
@NullMarked
package dev.tenon.benchmark.evolve;

import org.jspecify.annotations.NullMarked;
