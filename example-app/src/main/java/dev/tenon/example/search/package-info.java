/** Search by words and by meaning. */
@NullMarked
package dev.tenon.example.search;

import org.jspecify.annotations.NullMarked;
