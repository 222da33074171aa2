/** The annotations that users write on their entities and packages. */
@NullMarked
package dev.tenon.annotation;

import org.jspecify.annotations.NullMarked;
