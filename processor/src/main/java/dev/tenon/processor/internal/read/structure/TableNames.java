package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Determines the names of the tables and views of classes. */
public final class TableNames {

    private final Annotations annotations;
    private final NamingStrategy naming;
    private final SchemaPackages packages;

    public TableNames(Annotations annotations, NamingStrategy naming, SchemaPackages packages) {
        this.annotations = annotations;
        this.naming = naming;
        this.packages = packages;
    }

    public QualifiedName of(TypeElement entity) {
        Optional<AnnotationUse> said = annotations.find(entity, "View").or(() -> annotations.find(entity, "Table"));
        return new QualifiedName(
                said.flatMap(use -> use.optionalText("schema"))
                        .or(() -> packages.schemaName(entity))
                        .orElse(QualifiedName.DEFAULT_SCHEMA),
                said.flatMap(use -> use.optionalText("name"))
                        .orElseGet(() -> naming.derive(entity.getSimpleName().toString())));
    }
}
