/** Takes a half-applied migration back. */
@NullMarked
package dev.tenon.runtime.internal.abandon;

import org.jspecify.annotations.NullMarked;
