/** An empty package: the tests of this module compare Tenon's schema of JPA entities with Hibernate ORM. */
@NullMarked
package dev.tenon.hibernate;

import org.jspecify.annotations.NullMarked;
