/** The command line of the executable {@code tenon.jar}. */
@NullMarked
package dev.tenon.cli;

import org.jspecify.annotations.NullMarked;
