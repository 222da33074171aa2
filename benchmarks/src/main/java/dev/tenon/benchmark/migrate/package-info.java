/** What applying migrations costs, beside what the same SQL costs by itself. */
@NullMarked
package dev.tenon.benchmark.migrate;

import org.jspecify.annotations.NullMarked;
