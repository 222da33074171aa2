/** Applies migrations, each step once, whoever starts it and however often it is broken off. */
@NullMarked
package dev.tenon.runtime.migrate;

import org.jspecify.annotations.NullMarked;
