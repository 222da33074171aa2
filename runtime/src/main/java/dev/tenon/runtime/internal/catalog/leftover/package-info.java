/** Reads whole databases: what snapshots can contain, and the leftovers that they cannot. */
@NullMarked
package dev.tenon.runtime.internal.catalog.leftover;

import org.jspecify.annotations.NullMarked;
