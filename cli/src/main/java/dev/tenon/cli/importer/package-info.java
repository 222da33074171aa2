/** Writes annotated Java sources of a live database. */
@NullMarked
package dev.tenon.cli.importer;

import org.jspecify.annotations.NullMarked;
