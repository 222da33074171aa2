/** Plans, their steps and their results. */
@NullMarked
package dev.tenon.example.research;

import org.jspecify.annotations.NullMarked;
