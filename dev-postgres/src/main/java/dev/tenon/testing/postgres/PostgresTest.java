package dev.tenon.testing.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class its own database on a real server, dropped after the class.
 *
 * <p>Parameters of constructors, test and lifecycle methods, and fields annotated with {@link InjectDatabase}, may be a
 * {@link TestDatabase}, a {@link javax.sql.DataSource} or a {@link java.sql.Connection}. Each connection is a new one;
 * it is closed after the test, or after the class if a static field or method received it. Nested classes share the
 * database of the outer class, unless they have this annotation.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {
    /** The server of the JVM: 17 with pgvector, or the one of {@code DATABASE_URL}. */
    int SHARED = 0;

    /** The server's major version: 15, 16, 17 or 18, possibly without pgvector, or {@link #SHARED}. */
    int version() default SHARED;
}
