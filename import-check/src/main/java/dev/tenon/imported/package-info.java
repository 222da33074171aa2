/** No code of its own: the tests of this module import databases and make them anew from the sources. */
@NullMarked
package dev.tenon.imported;

import org.jspecify.annotations.NullMarked;
