/** What can go wrong, each with a stable code. */
@NullMarked
package dev.tenon.runtime.fault;

import org.jspecify.annotations.NullMarked;
