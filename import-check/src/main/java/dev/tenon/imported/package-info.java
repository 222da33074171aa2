/** An empty package: the tests of this module import databases and recreate them from the sources. */
@NullMarked
package dev.tenon.imported;

import org.jspecify.annotations.NullMarked;
