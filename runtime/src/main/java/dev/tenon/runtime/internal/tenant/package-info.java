/** Transactions as a tenant: the proof of the login role, the guarded connection, and what is cleaned afterwards. */
@NullMarked
package dev.tenon.runtime.internal.tenant;

import org.jspecify.annotations.NullMarked;
