/** The probes: each tries one way in which a tenant might reach another tenant's rows. */
@NullMarked
package dev.tenon.runtime.internal.isolation.probe;

import org.jspecify.annotations.NullMarked;
