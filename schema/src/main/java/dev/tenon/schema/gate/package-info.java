/**
 * What must not happen silently: changes that lose data, weaken the fence between tenants, fail on rows that are there, or
 * hold a table for long. One rule a class, in one ordered registry.
 */
@NullMarked
package dev.tenon.schema.gate;

import org.jspecify.annotations.NullMarked;
