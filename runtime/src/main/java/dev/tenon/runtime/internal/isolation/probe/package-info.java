/** The probes: each tries one access to another tenant's rows. */
@NullMarked
package dev.tenon.runtime.internal.isolation.probe;

import org.jspecify.annotations.NullMarked;
