/** The state and the events of a migration run, as applications see them. */
@NullMarked
package dev.tenon.runtime.migrate;

import org.jspecify.annotations.NullMarked;
