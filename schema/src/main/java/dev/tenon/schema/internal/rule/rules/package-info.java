/** The schema rules, one class per rule, and the registry that orders them. */
@NullMarked
package dev.tenon.schema.internal.rule.rules;

import org.jspecify.annotations.NullMarked;
