/** The language models that may be used, and what they cost. */
@NullMarked
package dev.tenon.example.model;

import org.jspecify.annotations.NullMarked;
