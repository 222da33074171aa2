/**
 * Changes that must not happen without acceptance: they lose data, weaken tenant isolation, fail on existing rows, or
 * hold locks on a table for long. One class per rule, in one ordered registry.
 */
@NullMarked
package dev.tenon.schema.internal.hazard;

import org.jspecify.annotations.NullMarked;
