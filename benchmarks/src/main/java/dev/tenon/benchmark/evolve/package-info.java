/** What the way from one schema to the next costs: the diff and its SQL, warm, and the whole process of {@code generate}. */
@NullMarked
package dev.tenon.benchmark.evolve;

import org.jspecify.annotations.NullMarked;
