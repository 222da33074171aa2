/** What must hold for a schema and for a change to it: one rule a class, in one ordered registry. */
@NullMarked
package dev.tenon.schema.rule;

import org.jspecify.annotations.NullMarked;
