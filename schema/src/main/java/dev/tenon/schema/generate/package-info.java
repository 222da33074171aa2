/** The next migration from what classes need and what the migrations directory has: the whole line from diff to files. */
@NullMarked
package dev.tenon.schema.generate;

import org.jspecify.annotations.NullMarked;
