/** Tests of what holds across all modules: the arrows between them and the libraries that each may meet. */
@NullMarked
package dev.tenon.architecture;

import org.jspecify.annotations.NullMarked;
