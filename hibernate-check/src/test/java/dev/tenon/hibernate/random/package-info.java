/** Random entities of Jakarta Persistence, to compare what Tenon and Hibernate ORM make of them. */
@NullMarked
package dev.tenon.hibernate.random;

import org.jspecify.annotations.NullMarked;
