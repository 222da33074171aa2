/** Whether a live database is what its snapshot says, and whether tenants in it are kept apart. */
@NullMarked
package dev.tenon.runtime.verify;

import org.jspecify.annotations.NullMarked;
