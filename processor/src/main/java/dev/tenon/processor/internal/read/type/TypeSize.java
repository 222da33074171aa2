package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnType;
import java.util.Set;

/** Applies length, precision and scale of {@code @Column} to a default type. */
final class TypeSize {

    private static final Set<String> TIMES = Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

    private final ReadContext context;

    TypeSize(ReadContext context) {
        this.context = context;
    }

    /** The type with its size; reports a size that the type does not take. */
    ColumnType apply(ColumnType type, AnnotationUse column) {
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(apply(array.element(), column));
        }
        int length = column.number("length");
        int precision = column.number("precision");
        int scale = column.number("scale");
        String name = type instanceof ColumnType.Builtin builtin ? builtin.name() : "";
        boolean numeric = name.equals("numeric");
        refuse(length != 0 && !name.equals("text"), column, "length", type + " takes no length");
        refuse(precision >= 0 && !numeric && !TIMES.contains(name), column, "precision", type + " takes no precision");
        refuse(scale != 0 && !numeric, column, "scale", type + " takes no scale");
        refuse(scale != 0 && numeric && precision < 0, column, "scale", "a scale needs a precision");
        if (length != 0 && name.equals("text")) {
            return ColumnType.builtin("varchar", length);
        }
        if (precision >= 0 && numeric) {
            return ColumnType.builtin("numeric", precision, scale);
        }
        return precision >= 0 && TIMES.contains(name) ? ColumnType.builtin(name, precision) : type;
    }

    /** Reports a size in addition to a type in SQL, which declares its own size. */
    void refuseWithType(String type, AnnotationUse column) {
        String problem = "the SQL type " + type + " already declares its size";
        refuse(column.number("length") != 0, column, "length", problem);
        refuse(column.number("precision") >= 0, column, "precision", problem);
        refuse(column.number("scale") != 0, column, "scale", problem);
    }

    private void refuse(boolean wrong, AnnotationUse column, String attribute, String problem) {
        if (wrong) {
            context.diagnostics()
                    .error(DiagnosticCode.UNFIT_ATTRIBUTE, column.site(attribute), problem, "remove the " + attribute);
        }
    }
}
