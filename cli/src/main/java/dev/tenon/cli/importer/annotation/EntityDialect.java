package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.List;

/** Declares a table, its keys and its columns in the annotations of one library. */
public interface EntityDialect {

    /** Adds the annotations that declare the table. */
    void head(DeclaredTable declared, TypeSpec.Builder type);

    /** Whether the annotations of the type and its members declare the constraint. */
    boolean declares(DeclaredTable declared, Constraint constraint);

    /** Whether the annotations of the type declare the index. */
    boolean declares(DeclaredTable declared, Index index);

    /** Returns the member of a column, with the references of that column. */
    Member member(Table table, Column column, List<AnnotationSpec> references);
}
