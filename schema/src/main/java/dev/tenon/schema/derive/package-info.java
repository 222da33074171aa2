/**
 * From what entities declare to what the database holds: derived names, indexes of foreign keys, and all that keeps
 * tenants apart.
 */
@NullMarked
package dev.tenon.schema.derive;

import org.jspecify.annotations.NullMarked;
