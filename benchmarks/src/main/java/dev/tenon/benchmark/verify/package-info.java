/** What verifying a database costs, beside what dumping its schema costs. */
@NullMarked
package dev.tenon.benchmark.verify;

import org.jspecify.annotations.NullMarked;
