/** Rules about schemas and about changes: one class per rule, in one ordered registry. */
@NullMarked
package dev.tenon.schema.internal.rule;

import org.jspecify.annotations.NullMarked;
