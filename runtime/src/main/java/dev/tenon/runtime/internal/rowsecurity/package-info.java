/** Lets the statements of migrations see the rows that row-level security would hide from the migrator. */
@NullMarked
package dev.tenon.runtime.internal.rowsecurity;

import org.jspecify.annotations.NullMarked;
