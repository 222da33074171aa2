/** How long readers and writers of a table have to wait while it is changed. */
@NullMarked
package dev.tenon.benchmark.traffic;

import org.jspecify.annotations.NullMarked;
