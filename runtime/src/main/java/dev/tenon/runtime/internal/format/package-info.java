/** Formats values and statements for reports. */
@NullMarked
package dev.tenon.runtime.internal.format;

import org.jspecify.annotations.NullMarked;
