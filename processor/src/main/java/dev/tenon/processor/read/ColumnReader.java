package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.Optional;
import java.util.regex.Pattern;

/** A property as a column. */
final class ColumnReader {

    private static final ColumnType UNKNOWN = ColumnType.builtin("unknown");

    /** Stands for a type that is not known, so that an identity of it is not refused as well. */
    private static final ColumnType COUNTABLE = ColumnType.builtin("bigint");

    private static final Pattern SCHEMA_AND_COLLATION = Pattern.compile("([a-z_][a-z0-9_]*|\"[^\"]+\")\\..+");

    private final ReadContext context;
    private final TypeMapper types;
    private final Nullability nullability;
    private final DefaultReader defaults;
    private final HintReader hints;
    private final Broken broken;

    ColumnReader(ReadContext context, TypeMapper types, Nullability nullability, HintReader hints, Broken broken) {
        this.context = context;
        this.types = types;
        this.nullability = nullability;
        this.defaults = new DefaultReader(context);
        this.hints = hints;
        this.broken = broken;
    }

    /** Reads the property into the table. */
    void read(TableDraft table, Property property) {
        ObjectPath path = ObjectPath.column(table.name(), property.column());
        Optional<AnnotationUse> said = context.annotations().find(property.element(), "Column");
        sites(property, path, said);
        Optional<ColumnType> type = types.map(property, table.name().schema());
        Optional<ColumnDefault> value = defaults.read(property, path, type.orElse(COUNTABLE));
        if (type.isEmpty()) {
            broken.add(path);
        }
        Optional<String> retired = context.annotations()
                .find(property.element(), "Retired")
                .flatMap(use -> context.required(use, "reason"));
        Column column = new Column(
                property.column(),
                type.orElse(UNKNOWN),
                nullability.of(table, property),
                value,
                said.flatMap(use -> use.optionalText("collation")).map(ColumnReader::collation),
                said.flatMap(use -> use.optionalText("comment")),
                retired);
        if (table.add(column, property)) {
            hints.renamedMember(property.element(), path);
            hints.values(property.element(), path);
        }
    }

    private void sites(Property property, ObjectPath path, Optional<AnnotationUse> said) {
        context.sites().put(path, Site.of(property.element()));
        said.filter(use -> use.optionalText("name").isPresent())
                .ifPresent(use -> context.sites().put(path, "name", use.site("name")));
        said.filter(use -> use.optionalText("type").isPresent())
                .ifPresent(use -> context.sites().put(path, "type", use.site("type")));
        context.annotations()
                .findAny(property.element(), SpecialType.ANNOTATIONS)
                .forEach(use -> context.sites().put(path, "type", use.site("value")));
        said.filter(use -> use.number("length") != 0)
                .ifPresent(use -> context.sites().put(path, "type", use.site("length")));
        said.filter(use -> use.number("precision") >= 0)
                .ifPresent(use -> context.sites().put(path, "type", use.site("precision")));
        said.ifPresent(use -> context.sites().put(path, "nullable", use.site("nullable")));
        said.ifPresent(use -> context.sites().put(path, "collation", use.site("collation")));
    }

    /** Names of collations may hold dots themselves ({@code en_US.utf8}), but a schema before one is a plain name. */
    private static QualifiedName collation(String text) {
        return SCHEMA_AND_COLLATION.matcher(text).matches()
                ? QualifiedName.parse(text)
                : new QualifiedName("pg_catalog", text);
    }
}
