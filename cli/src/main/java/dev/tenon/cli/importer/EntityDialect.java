package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Table;
import java.util.List;

/** The annotations in which a table, its keys and its columns are said. */
interface EntityDialect {

    /** Gives the type what says that it is a table. */
    void head(Table table, TypeSpec.Builder type);

    /** Whether what the head and the members carry says the constraint. */
    boolean says(Table table, Constraint constraint);

    /** Whether the head says the index. */
    boolean says(Index index);

    /** The member of a column, which carries the references that start there. */
    Member member(Table table, Column column, List<AnnotationSpec> references);
}
