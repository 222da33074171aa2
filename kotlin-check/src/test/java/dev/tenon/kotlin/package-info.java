/** Builds a Maven project of Kotlin and Java modules, as users have it. */
@NullMarked
package dev.tenon.kotlin;

import org.jspecify.annotations.NullMarked;
