package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows of this table are divided among partitions, each declared by {@link Partition}. The primary key and every
 * unique constraint hold the columns that rows are divided by. Partitions have the row-level security and the policies of
 * the table and are granted to nobody: the application names the table alone. They are not divided further.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Partitioned {

    /** How a row finds its partition. */
    PartitionStrategy strategy() default PartitionStrategy.RANGE;

    /** The columns or fields that rows are divided by; one in parentheses is an expression. */
    String[] columns();

    /** Whether others, such as pg_partman, make and drop partitions too. Those that are not declared here are then left alone, and indexes and keys that come later are built on all partitions in one go. */
    boolean elsewhere() default false;
}
