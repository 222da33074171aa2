/** What building indexes over vectors costs. */
@NullMarked
package dev.tenon.benchmark.vector;

import org.jspecify.annotations.NullMarked;
