package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Partitions this table. Each partition is declared with {@link Partition}. The primary key and every unique constraint
 * must include the columns of the partition key. Partitions have the row-level security and the policies of the table,
 * and no role is granted privileges on them, unless they are declared: the application uses only the table. Partitions
 * are not partitioned themselves.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Partitioned {

    /** The partitioning strategy of a table. */
    PartitionStrategy strategy() default PartitionStrategy.RANGE;

    /** The columns or fields of the partition key; a key in parentheses is an expression. */
    String[] columns();

    /**
     * Whether another tool, such as pg_partman, also creates and drops partitions. Partitions that are not declared are
     * then left unchanged, and later indexes and keys are built on all partitions in one statement.
     */
    boolean elsewhere() default false;
}
