/**
 * The only place where SQL is written: pure functions from the model to text, and from SQL files to statements. Quoting
 * is here and nowhere else.
 */
@NullMarked
package dev.tenon.schema.sql;

import org.jspecify.annotations.NullMarked;
