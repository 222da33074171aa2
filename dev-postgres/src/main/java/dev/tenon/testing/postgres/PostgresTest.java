package dev.tenon.testing.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a database of its own on a real server, dropped after the class.
 *
 * <p>Parameters of constructors, test and lifecycle methods, and fields annotated with {@link InjectDatabase}, may be a
 * {@link TestDatabase}, a {@link javax.sql.DataSource} or a {@link java.sql.Connection}; a connection is a new one each time,
 * closed after the test, or after the class where a static field or method got it. Nested classes share the database of the class
 * around them, unless they carry this annotation themselves.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {
    /** The server of the JVM: 17 with pgvector, or what {@code DATABASE_URL} names. */
    int SHARED = 0;

    /** The server's major version: 15, 16, 17 or 18, where pgvector need not be available, or {@link #SHARED}. */
    int version() default SHARED;
}
