/** The schema model: what a PostgreSQL schema consists of, as immutable values. */
@NullMarked
package dev.tenon.schema;

import org.jspecify.annotations.NullMarked;
