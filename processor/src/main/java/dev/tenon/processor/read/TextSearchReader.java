package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives the expressions of {@code @TextSearch} columns from text columns. */
final class TextSearchReader {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "name");

    private final ReadContext context;

    TextSearchReader(ReadContext context) {
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
            for (String name : table.columnsOf(item.text().strip())) {
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

    private Optional<String> text(TableDraft table, String name, Site site) {
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

    private void problem(Site site, String problem) {
        context.diagnostics().error(Code.UNSEARCHABLE, site, problem, "list text columns or fields of this entity");
    }
}
