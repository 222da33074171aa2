/** Compares a live database with a snapshot and plans corrections. */
@NullMarked
package dev.tenon.runtime.internal.verify;

import org.jspecify.annotations.NullMarked;
