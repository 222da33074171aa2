/** Quotes identifiers and literals; no other package does. */
@NullMarked
package dev.tenon.schema.internal.sql.quote;

import org.jspecify.annotations.NullMarked;
