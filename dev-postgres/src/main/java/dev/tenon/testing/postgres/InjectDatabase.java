package dev.tenon.testing.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a {@link PostgresTest} class for injection of the database: a {@link TestDatabase}, a {@link
 * javax.sql.DataSource} or a {@link java.sql.Connection}. Static fields are set once, other fields before each test.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InjectDatabase {}
