/**
 * The changes between two schemas, as data: one keyed list diff for every kind of object, and sealed types for its
 * results.
 */
@NullMarked
package dev.tenon.schema.internal.diff;

import org.jspecify.annotations.NullMarked;
