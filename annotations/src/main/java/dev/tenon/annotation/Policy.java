package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row-level security policy, in addition to those of the tenancy. A table with a policy has forced row-level security
 * by default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Policy.List.class)
public @interface Policy {

    /** The policy's name. */
    String name();

    /**
     * The partition that has the policy; if empty, the table. A partition with a policy of its own does not have those
     * of its table.
     */
    String partition() default "";

    /** The command that the policy applies to. */
    PolicyCommand command() default PolicyCommand.ALL;

    /** Whether the policy is restrictive: rows must satisfy it in addition to one permissive policy. */
    boolean restrictive() default false;

    /** The roles that the policy applies to; if empty, the application role. */
    String[] roles() default {};

    /** The {@code USING} condition on existing rows, in SQL. */
    String using() default "";

    /** The {@code WITH CHECK} condition on new rows, in SQL. */
    String check() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Policy[] value();
    }
}
