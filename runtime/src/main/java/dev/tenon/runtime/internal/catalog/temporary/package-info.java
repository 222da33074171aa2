/** Temporary objects that show the server an expression or definition. */
@NullMarked
package dev.tenon.runtime.internal.catalog.temporary;

import org.jspecify.annotations.NullMarked;
