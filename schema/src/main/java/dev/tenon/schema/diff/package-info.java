/** What changes between two schemas, as data: one keyed list-diff for every kind, one sealed vocabulary for what it finds. */
@NullMarked
package dev.tenon.schema.diff;

import org.jspecify.annotations.NullMarked;
