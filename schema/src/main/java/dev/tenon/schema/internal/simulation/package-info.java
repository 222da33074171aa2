/**
 * A model of PostgreSQL's catalogs: objects, the names that they occupy, and their dependencies. Effects of statements
 * change it, and it tells which of them the server would refuse.
 */
@NullMarked
package dev.tenon.schema.internal.simulation;

import org.jspecify.annotations.NullMarked;
