/**
 * The migrations directory: reads, checks and writes its SQL files, change files, snapshot and journal. Its problems
 * are reported as a {@link dev.tenon.schema.history.Problem} with a code, a place and a remedy.
 */
@NullMarked
package dev.tenon.schema.history;

import org.jspecify.annotations.NullMarked;
