/**
 * From javac's elements to the model: one reader a kind. Annotations are read by name, so that neither their classes
 * nor their library are needed.
 */
@NullMarked
package dev.tenon.processor.read;

import org.jspecify.annotations.NullMarked;
