/** Declares tables, columns and other objects by annotations, in the style of Tenon or of Jakarta Persistence. */
@NullMarked
package dev.tenon.cli.importer.annotation;

import org.jspecify.annotations.NullMarked;
