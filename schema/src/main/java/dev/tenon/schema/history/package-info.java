/**
 * The migrations directory: its SQL files, change files, snapshot and journal, read, checked and written as one. What is
 * wrong with it is a {@link dev.tenon.schema.history.Problem} with a code, a place and a remedy.
 */
@NullMarked
package dev.tenon.schema.history;

import org.jspecify.annotations.NullMarked;
