/** What every entity has. */
@NullMarked
package dev.tenon.example.base;

import org.jspecify.annotations.NullMarked;
