/** The language models and their prices. */
@NullMarked
package dev.tenon.example.model;

import org.jspecify.annotations.NullMarked;
