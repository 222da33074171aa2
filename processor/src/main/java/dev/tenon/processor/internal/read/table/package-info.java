/** Reads what belongs to a table: columns, keys, constraints, indexes, policies, partitions. */
@NullMarked
package dev.tenon.processor.internal.read.table;

import org.jspecify.annotations.NullMarked;
