/** The entities of a multi-tenant research product. */
@NullMarked
package dev.tenon.example;

import org.jspecify.annotations.NullMarked;
