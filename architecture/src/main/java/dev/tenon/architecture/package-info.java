/** Tests of rules across all modules: which modules may depend on each other, and which libraries each may use. */
@NullMarked
package dev.tenon.architecture;

import org.jspecify.annotations.NullMarked;
