package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.SerialDefault;
import java.util.List;
import java.util.Optional;

/** Reads the default of a column. */
final class DefaultReader {

    private static final List<String> ANNOTATIONS = List.of("Default", "Identity", "Computed", "TextSearch");

    private final ReadContext context;
    private final SequenceOptionsReader counting;

    DefaultReader(ReadContext context) {
        this.context = context;
        this.counting = new SequenceOptionsReader(context);
    }

    /** The default, except that of {@code @TextSearch}, which needs the other columns. */
    Optional<ColumnDefault> read(Property property, ObjectPath column, ColumnType type) {
        List<AnnotationUse> uses = context.annotations().findAny(property.element(), ANNOTATIONS);
        if (uses.size() > 1) {
            AnnotationUse second = uses.get(1);
            context.diagnostics()
                    .error(
                            DiagnosticCode.CONFLICT,
                            second.site(),
                            property.path() + " has both " + Annotations.written(uses.get(0)) + " and "
                                    + Annotations.written(second),
                            "keep one of the annotations");
        }
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        AnnotationUse use = uses.get(0);
        context.sites().put(column, "default", use.site("value"));
        return switch (Annotations.written(use)) {
            case "@Default" -> context.required(use, "value").map(ColumnDefault.Expression::new);
            case "@Identity" -> counted(use, column, type);
            case "@Computed" ->
                context.required(use, "value").map(sql -> new ColumnDefault.Generated(sql, use.flag("virtual")));
            default -> Optional.empty();
        };
    }

    private Optional<ColumnDefault> counted(AnnotationUse use, ObjectPath column, ColumnType type) {
        return use.optionalText("sequence")
                .map(name -> SerialDefault.of(column.owner().withName(name)))
                .or(() -> counting.read(use, type)
                        .map(options -> new ColumnDefault.Identity(use.flag("always"), options)));
    }
}
