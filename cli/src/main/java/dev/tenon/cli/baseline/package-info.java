/** Reads the histories and files of other migration tools before a baseline. */
@NullMarked
package dev.tenon.cli.baseline;

import org.jspecify.annotations.NullMarked;
