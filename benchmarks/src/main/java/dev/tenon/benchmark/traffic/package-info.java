/** How long readers and writers of a table wait while it changes. */
@NullMarked
package dev.tenon.benchmark.traffic;

import org.jspecify.annotations.NullMarked;
