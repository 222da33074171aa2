/**
 * The only package that writes SQL: pure functions from the model to text, and from SQL files to statements. All
 * quoting is here.
 */
@NullMarked
package dev.tenon.schema.sql;

import org.jspecify.annotations.NullMarked;
