package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An object defined by SQL, such as a function or a trigger, that no other annotation supports; on an entity, a view,
 * or a package that contains them. Migrations create, replace and drop it in dependency order.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(SqlObject.List.class)
public @interface SqlObject {

    /**
     * The statement that creates the object, one {@code CREATE …}. With {@code OR REPLACE} it also replaces the former
     * version. Additional statements may follow after a semicolon: {@code COMMENT ON …}, {@code GRANT …} and
     * {@code REVOKE …}, and the mappings of a text search configuration. Alternatively, a statement that sets an
     * attribute of a table which no annotation supports: {@code ALTER TABLE …} with {@code INHERIT},
     * {@code REPLICA IDENTITY}, {@code CLUSTER ON} or {@code OWNER TO}, {@code COMMENT ON …} a constraint, policy or
     * schema, or {@code GRANT …} on a column; a constraint with {@code NO INHERIT}, {@code NOT ENFORCED} or
     * {@code NOT VALID}, or over a period; or one that a single partition has: {@code CREATE INDEX}, or
     * {@code ALTER TABLE …} with a constraint, a default, {@code NOT NULL} or storage settings. All these in the form in
     * which {@code import} writes them.
     */
    String create();

    /**
     * The statement that drops the object, one {@code DROP …}, or an {@code ALTER}, {@code COMMENT} or {@code REVOKE} that
     * reverts {@link #create()}.
     */
    String drop();

    /**
     * The object's name in migrations and snapshots; if empty, its SQL name, for a trigger or rule after that of its
     * table.
     */
    String name() default "";

    /** When it is created. */
    SqlOrder order() default SqlOrder.DERIVED;

    /** The entities and views that it depends on, in addition to those that Tenon finds in its statement. */
    Class<?>[] dependsOn() default {};

    /**
     * Why tenants may run it, if it runs with the privileges of its owner ({@code SECURITY DEFINER}) or before the
     * policies ({@code LEAKPROOF}).
     */
    String shared() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        SqlObject[] value();
    }
}
