/** The cost of verifying a database, compared with the cost of dumping its schema. */
@NullMarked
package dev.tenon.benchmark.verify;

import org.jspecify.annotations.NullMarked;
