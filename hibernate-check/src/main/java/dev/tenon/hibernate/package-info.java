/** No code of its own: the tests of this module hold what Tenon makes of JPA entities against Hibernate ORM. */
@NullMarked
package dev.tenon.hibernate;

import org.jspecify.annotations.NullMarked;
