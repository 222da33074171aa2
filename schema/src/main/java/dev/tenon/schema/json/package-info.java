/**
 * The model as JSON and back, in one canonical form. A codec says both ways in one declaration; what is broken is
 * reported with file, line and column. The only user of the JSON parser.
 */
@NullMarked
package dev.tenon.schema.json;

import org.jspecify.annotations.NullMarked;
