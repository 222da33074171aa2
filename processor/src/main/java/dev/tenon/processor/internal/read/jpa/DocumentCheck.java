package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Builds the check constraint that Hibernate ORM creates for a JSON document: required attributes are present, and enum
 * attributes have valid values.
 */
final class DocumentCheck {

    private final MappedColumn document;
    private final String column;

    DocumentCheck(MappedColumn document) {
        this.document = document;
        this.column = Identifier.quote(document.column());
    }

    /** The constraint, or empty if no attribute has a condition. Attributes of nested objects have none. */
    Optional<TableContribution.Condition> of(TableContribution inside) {
        String prefix = document.property().path() + ".";
        List<String> conditions = new ArrayList<>();
        inside.mapped().stream()
                .filter(each -> each.property().path().startsWith(prefix))
                .filter(each -> each.property().path().indexOf('.', prefix.length()) < 0)
                .sorted(Comparator.comparing(each -> each.property().path()))
                .forEach(each -> conditions(each, conditions));
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(" AND ", conditions);
        return Optional.of(new TableContribution.Condition(
                Optional.empty(),
                List.of(document.column()),
                document.basis().nullable() ? column + " IS NULL OR (" + all + ")" : all,
                SourceLocation.of(document.property().element())));
    }

    private void conditions(MappedColumn attribute, List<String> into) {
        Optional<ColumnType> type = attribute.basis().type();
        if (type.isEmpty()) {
            return;
        }
        String value = value(attribute.column(), type.get());
        boolean required = !attribute.basis().nullable();
        if (required) {
            into.add(value + " IS NOT NULL");
        }
        attribute.check().ifPresent(check -> {
            // Hibernate casts the names of constants to varchar without a length.
            String compared =
                    check.texts().isEmpty() ? value : value(attribute.column(), ColumnType.builtin("varchar"));
            String condition = "(" + check.onExpression(compared) + ")";
            into.add(required ? condition : "(" + compared + " IS NULL OR " + condition + ")");
        });
    }

    private String value(String key, ColumnType type) {
        String name = Literal.text(key).strip();
        boolean bytes = type.equals(ColumnType.builtin("bytea"));
        if (bytes) {
            return "decode(" + column + " ->> " + name + ", 'hex')";
        }
        boolean isJson = type instanceof ColumnType.Array || type.equals(ColumnType.builtin("jsonb"));
        return isJson ? "(" + column + " -> " + name + ")" : "CAST(" + column + " ->> " + name + " AS " + type + ")";
    }
}
