/** Reads objects other than tables: views, sequences, schemas, tenancy and objects defined by SQL. */
@NullMarked
package dev.tenon.processor.internal.read.object;

import org.jspecify.annotations.NullMarked;
