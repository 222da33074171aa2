/** The table of applied migrations and the newest verification in the database. */
@NullMarked
package dev.tenon.runtime.internal.history;

import org.jspecify.annotations.NullMarked;
