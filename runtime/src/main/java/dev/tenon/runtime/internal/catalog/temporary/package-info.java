/** Temporary objects from which the server prints canonical forms. */
@NullMarked
package dev.tenon.runtime.internal.catalog.temporary;

import org.jspecify.annotations.NullMarked;
