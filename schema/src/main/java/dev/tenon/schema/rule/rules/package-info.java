/** The rules about a schema as such, one a class, and the registry that orders them. */
@NullMarked
package dev.tenon.schema.rule.rules;

import org.jspecify.annotations.NullMarked;
