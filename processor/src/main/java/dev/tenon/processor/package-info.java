/** The annotation processor: runs the stages from javac's elements to migrations. */
@NullMarked
package dev.tenon.processor;

import org.jspecify.annotations.NullMarked;
