/** The output of commands, for people and as JSON. */
@NullMarked
package dev.tenon.cli.output;

import org.jspecify.annotations.NullMarked;
