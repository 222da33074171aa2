/**
 * Reads javac's elements into the model, with one reader for each kind of object. Annotations are read by name, so that
 * neither their classes nor their library are needed.
 */
@NullMarked
package dev.tenon.processor.read;

import org.jspecify.annotations.NullMarked;
