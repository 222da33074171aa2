/** Options that several commands share. */
@NullMarked
package dev.tenon.cli.option;

import org.jspecify.annotations.NullMarked;
