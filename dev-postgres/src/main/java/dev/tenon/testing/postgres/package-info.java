/** Finds or starts a PostgreSQL server for tests. */
@NullMarked
package dev.tenon.testing.postgres;

import org.jspecify.annotations.NullMarked;
