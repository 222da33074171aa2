/** Plans, their steps, and what came of them. */
@NullMarked
package dev.tenon.example.research;

import org.jspecify.annotations.NullMarked;
