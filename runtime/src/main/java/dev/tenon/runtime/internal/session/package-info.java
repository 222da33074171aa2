/** Connections with Tenon's own settings, and the classification of their failures. */
@NullMarked
package dev.tenon.runtime.internal.session;

import org.jspecify.annotations.NullMarked;
