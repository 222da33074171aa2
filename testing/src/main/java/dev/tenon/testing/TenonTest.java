package dev.tenon.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class its own database on a real server, with all migrations applied and verified; it is dropped after
 * the class. The migrations run once for all classes of the JVM that name the same ones; each class gets a copy within
 * milliseconds. Injection works as with {@link dev.tenon.testing.postgres.PostgresTest}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TenonExtension.class)
public @interface TenonTest {

    /** The location of the migrations: {@code classpath:} and a folder, or a path in the file system. */
    String migrations() default "classpath:db/migrations";
}
