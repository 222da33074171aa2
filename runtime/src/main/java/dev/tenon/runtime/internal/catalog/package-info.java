/** Reads the catalogs of a live database into the model. */
@NullMarked
package dev.tenon.runtime.internal.catalog;

import org.jspecify.annotations.NullMarked;
