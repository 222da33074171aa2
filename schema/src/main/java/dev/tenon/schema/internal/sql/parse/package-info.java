/** Separates scripts into statements and reads statements, by PostgreSQL's lexical rules. */
@NullMarked
package dev.tenon.schema.internal.sql.parse;

import org.jspecify.annotations.NullMarked;
