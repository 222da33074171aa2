/** The errors at run time, each with a stable code. */
@NullMarked
package dev.tenon.runtime.fault;

import org.jspecify.annotations.NullMarked;
