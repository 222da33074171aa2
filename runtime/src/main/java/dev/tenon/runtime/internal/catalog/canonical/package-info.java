/** Obtains the server's canonical text of expected expressions and views. */
@NullMarked
package dev.tenon.runtime.internal.catalog.canonical;

import org.jspecify.annotations.NullMarked;
