/** What the application role can reach: roles, relations, routines, settings. Whatever the snapshot does not declare is a leak. */
@NullMarked
package dev.tenon.runtime.internal.isolation.reach;

import org.jspecify.annotations.NullMarked;
