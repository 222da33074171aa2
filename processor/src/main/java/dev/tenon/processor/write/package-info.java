/** What a compilation leaves behind: the compiled snapshot, and typed names of columns as Java source. */
@NullMarked
package dev.tenon.processor.write;

import org.jspecify.annotations.NullMarked;
