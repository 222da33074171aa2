/** Where a diagnostic lands and how it reads: the only package that talks to javac's messager. */
@NullMarked
package dev.tenon.processor.report;

import org.jspecify.annotations.NullMarked;
