/** Connections with Tenon's own settings, and what it means when one fails. */
@NullMarked
package dev.tenon.runtime.internal.session;

import org.jspecify.annotations.NullMarked;
