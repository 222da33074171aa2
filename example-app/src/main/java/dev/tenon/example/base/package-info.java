/** The common parts of all entities. */
@NullMarked
package dev.tenon.example.base;

import org.jspecify.annotations.NullMarked;
