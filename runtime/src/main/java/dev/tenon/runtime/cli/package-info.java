/** The command line of the executable {@code tenon.jar}. */
@NullMarked
package dev.tenon.runtime.cli;

import org.jspecify.annotations.NullMarked;
