/**
 * The model: a PostgreSQL schema as immutable records in one normal form. It does not depend on how a schema was read
 * or how it will be used.
 */
@NullMarked
package dev.tenon.schema;

import org.jspecify.annotations.NullMarked;
