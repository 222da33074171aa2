package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives the expressions of {@code @TextSearch} columns from text columns. */
public final class TextSearchReader {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "name");

    private final ReadContext context;

    public TextSearchReader(ReadContext context) {
        this.context = context;
    }

    /** Sets the expressions of the table's text search columns. */
    void read(TableDraft table) {
        for (Property property : table.shape().properties()) {
            context.annotations()
                    .find(property.element(), "TextSearch")
                    .ifPresent(use -> table.column(property.column())
                            .filter(column -> column.defaultValue().isEmpty())
                            .flatMap(column -> expression(table, use)
                                    .map(sql -> column.withDefault(Optional.of(new ColumnDefault.Generated(sql)))))
                            .ifPresent(table::replace));
        }
    }

    private Optional<String> expression(TableDraft table, AnnotationUse use) {
        List<String> texts = new ArrayList<>();
        for (AnnotationUse.Item item : use.texts("of")) {
            for (String name : table.shape().columnsOf(item.text().strip())) {
                text(table, name, item.site()).ifPresent(texts::add);
            }
        }
        if (use.texts("of").isEmpty()) {
            problem(use.site("of"), "@TextSearch lists no columns");
        }
        Optional<String> config = context.required(use, "config");
        return texts.isEmpty()
                ? Optional.empty()
                : config.map(name -> "to_tsvector(" + Literal.text(name).strip() + "::regconfig, "
                        + String.join(" || ' ' || ", texts) + ")");
    }

    private Optional<String> text(TableDraft table, String name, SourceLocation site) {
        Optional<Column> column = table.column(name);
        if (column.isEmpty()) {
            problem(site, table.name().display() + " has no column or field " + name);
            return Optional.empty();
        }
        boolean isText = column.get().type() instanceof ColumnType.Builtin builtin && TEXTS.contains(builtin.name());
        if (!isText || column.get().generated()) {
            String what = isText
                    ? "is a generated column"
                    : "is not a text column, but has type " + column.get().type();
            problem(site, ObjectPath.column(table.name(), name).display() + " " + what);
            return Optional.empty();
        }
        return Optional.of("coalesce(" + Identifier.quote(name) + ", '')");
    }

    private void problem(SourceLocation site, String problem) {
        context.diagnostics()
                .error(DiagnosticCode.UNSEARCHABLE, site, problem, "list text columns or fields of this entity");
    }
}
