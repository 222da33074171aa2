/**
 * The model as JSON, in one canonical form. One declaration per codec covers writing and reading. Errors contain file,
 * line and column. The only package that uses the JSON parser.
 */
@NullMarked
package dev.tenon.schema.internal.json;

import org.jspecify.annotations.NullMarked;
