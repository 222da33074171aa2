/** From a live schema to annotated Java sources, by JavaPoet; only the executable jar has what this needs. */
@NullMarked
package dev.tenon.runtime.cli.entities;

import org.jspecify.annotations.NullMarked;
