package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.EarlierCompilations;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.NullableAnnotations;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Decides whether a column is nullable. */
public final class ColumnNullability {

    private final ReadContext context;
    private final EarlierCompilations earlier;

    public ColumnNullability(ReadContext context, EarlierCompilations earlier) {
        this.context = context;
        this.earlier = earlier;
    }

    /** Whether the column of the property is nullable; reports a column that must not be. */
    public boolean of(TableDraft table, Property property) {
        Optional<AnnotationUse> column =
                context.annotations().find(property.element(), "Column").filter(use -> use.flag("nullable"));
        boolean said = column.isPresent()
                || retired(property)
                || NullableAnnotations.isNullable(property)
                || earlier.declaresNullable(property.element());
        String reason = neverNull(table, property);
        if (said && !reason.isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.NEVER_NULL,
                            column.map(use -> use.site("nullable"))
                                    .orElseGet(() -> SourceLocation.of(property.element())),
                            property.path() + " cannot be nullable: " + reason,
                            "remove nullable = true, @Nullable, Optional or @Retired");
        }
        return reason.isEmpty() && said;
    }

    private String neverNull(TableDraft table, Property property) {
        Element field = property.element();
        if (context.annotations().has(field, "Id") || liesInKey(table, property)) {
            return "it is part of the primary key";
        }
        if (context.annotations().has(field, "Identity")) {
            return "an identity column is NOT NULL";
        }
        return property.type().getKind().isPrimitive() && !retired(property)
                ? "the Java type " + property.type() + " cannot hold null"
                : "";
    }

    private boolean liesInKey(TableDraft table, Property property) {
        for (EmbeddedProperty embedding : table.shape().embeddings()) {
            if (embedding.columns().contains(property.column())
                    && context.annotations().has(embedding.element(), "Id")) {
                return true;
            }
        }
        return false;
    }

    private boolean retired(Property property) {
        return context.annotations().has(property.element(), "Retired");
    }
}
