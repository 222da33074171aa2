/** The annotation processor: wires the stages from javac to migrations. */
@NullMarked
package dev.tenon.processor;

import org.jspecify.annotations.NullMarked;
