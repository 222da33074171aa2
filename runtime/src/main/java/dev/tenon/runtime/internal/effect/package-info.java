/** Statements that run outside a transaction, and how the catalogs show the effect of an interrupted one. */
@NullMarked
package dev.tenon.runtime.internal.effect;

import org.jspecify.annotations.NullMarked;
