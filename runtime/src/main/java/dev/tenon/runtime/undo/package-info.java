/** How steps of a migration are taken back: what undoes a statement, and which steps must go together. */
@NullMarked
package dev.tenon.runtime.undo;

import org.jspecify.annotations.NullMarked;
