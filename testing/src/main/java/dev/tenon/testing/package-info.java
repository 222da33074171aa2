/** The JUnit extension and the tenant isolation kit for users' tests. */
@NullMarked
package dev.tenon.testing;

import org.jspecify.annotations.NullMarked;
