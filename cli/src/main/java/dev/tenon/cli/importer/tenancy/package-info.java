/** Recognizes the tenancy of a live database, and says what it lacks to isolate tenants. */
@NullMarked
package dev.tenon.cli.importer.tenancy;

import org.jspecify.annotations.NullMarked;
