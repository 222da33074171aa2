/** The migrations directory: what applications and commands call. */
@NullMarked
package dev.tenon.schema.internal.migrations;

import org.jspecify.annotations.NullMarked;
