/**
 * The model: a PostgreSQL schema as immutable records in one normal form. Nothing here knows where a schema was read
 * or what will be done with it.
 */
@NullMarked
package dev.tenon.schema;

import org.jspecify.annotations.NullMarked;
