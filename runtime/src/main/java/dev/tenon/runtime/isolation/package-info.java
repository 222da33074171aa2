/** The result of an isolation proof, as applications see it. */
@NullMarked
package dev.tenon.runtime.isolation;

import org.jspecify.annotations.NullMarked;
