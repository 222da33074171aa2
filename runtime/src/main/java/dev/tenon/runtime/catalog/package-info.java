/**
 * The second door into the model: a live database's catalogs as a {@link dev.tenon.schema.Schema}, and an expected schema
 * in the words in which the server itself would print it.
 */
@NullMarked
package dev.tenon.runtime.catalog;

import org.jspecify.annotations.NullMarked;
