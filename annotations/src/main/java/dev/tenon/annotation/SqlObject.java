package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An object that no other annotation has words for, such as a function or a trigger, on an entity or view or on a package
 * around them. It is made, replaced and dropped by migrations like everything else, in the order of what needs what.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(SqlObject.List.class)
public @interface SqlObject {

    /**
     * The statement that makes it, one {@code CREATE …}. With {@code OR REPLACE} it also takes the place of its former self. After a
     * semicolon may follow what it is to have beside: {@code COMMENT ON …}, {@code GRANT …} and {@code REVOKE …},
     * and of a text search configuration its mappings. Or it gives a table what no annotation has words for:
     * {@code ALTER TABLE …} with {@code INHERIT}, {@code REPLICA IDENTITY} or {@code CLUSTER ON}, {@code COMMENT ON …} a constraint,
     * policy or schema, written as {@code import} writes it.
     */
    String create();

    /** The statement that takes it away, one {@code DROP …}, or an alteration that takes the other one back. */
    String drop();

    /** How migrations and snapshots call it; empty takes its name, after that of its table for a trigger or rule. */
    String name() default "";

    /** When it is made. */
    SqlOrder order() default SqlOrder.DERIVED;

    /** The entities and views that it needs beside those that its statement is seen to name. */
    Class<?>[] dependsOn() default {};

    /** Why it may reach the rows of all tenants, where it does with the rights of its owner. */
    String shared() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        SqlObject[] value();
    }
}
