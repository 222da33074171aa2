/** Places and formats diagnostics: the only package that uses javac's messager. */
@NullMarked
package dev.tenon.processor.internal.report;

import org.jspecify.annotations.NullMarked;
