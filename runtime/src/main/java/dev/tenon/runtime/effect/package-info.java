/** Statements that run outside a transaction: what the catalogs tell of one that may have been broken off. */
@NullMarked
package dev.tenon.runtime.effect;

import org.jspecify.annotations.NullMarked;
