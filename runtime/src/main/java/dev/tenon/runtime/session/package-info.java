/** Connections with Tenon's own settings, and what it means when one fails. */
@NullMarked
package dev.tenon.runtime.session;

import org.jspecify.annotations.NullMarked;
