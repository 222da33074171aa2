/**
 * Whether one tenant can reach another's rows: tried out as the application role, with rows of two tenants that nobody else
 * ever sees, in a transaction that is rolled back.
 */
@NullMarked
package dev.tenon.runtime.isolation;

import org.jspecify.annotations.NullMarked;
