/** The cost of applying migrations, compared with the cost of their SQL alone. */
@NullMarked
package dev.tenon.benchmark.migrate;

import org.jspecify.annotations.NullMarked;
