/** Tenants in the stacks of applications: Hibernate, Spring, jOOQ and HikariCP. */
@NullMarked
package dev.tenon.tenants;

import org.jspecify.annotations.NullMarked;
