/** The session in which probes run as the application role and a tenant. */
@NullMarked
package dev.tenon.runtime.internal.isolation.session;

import org.jspecify.annotations.NullMarked;
