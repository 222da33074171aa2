/** The result of a verification, as applications see it. */
@NullMarked
package dev.tenon.runtime.verify;

import org.jspecify.annotations.NullMarked;
