package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.read.type.AnnotatedType;
import dev.tenon.processor.internal.read.type.CollationNames;
import dev.tenon.processor.internal.read.type.ColumnNullability;
import dev.tenon.processor.internal.read.type.TypeMapper;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import java.util.List;
import java.util.Optional;

/** Reads a property as a column. */
public final class ColumnDeclarationReader {

    /** The attributes with the same name in the model and in the annotation. */
    private static final List<String> OF_COLUMN =
            List.of("nullable", "collation", "storage", "compression", "statistics");

    private static final ColumnType UNKNOWN = ColumnType.builtin("unknown");

    /** Replaces an unknown type, so that an identity on it is not reported as well. */
    private static final ColumnType COUNTABLE = ColumnType.builtin("bigint");

    private final ReadContext context;
    private final TypeMapper types;
    private final ColumnNullability nullability;
    private final DefaultReader defaults;
    private final HintReader hints;
    private final UnreadableObjects broken;

    public ColumnDeclarationReader(
            ReadContext context,
            TypeMapper types,
            ColumnNullability nullability,
            HintReader hints,
            UnreadableObjects broken) {
        this.context = context;
        this.types = types;
        this.nullability = nullability;
        this.defaults = new DefaultReader(context);
        this.hints = hints;
        this.broken = broken;
    }

    /** Adds the column of the property to the table. */
    public void read(TableDraft table, Property property) {
        ObjectPath path = ObjectPath.column(table.name(), property.column());
        Optional<AnnotationUse> said = context.annotations().find(property.element(), "Column");
        sites(property, path, said);
        Optional<ColumnType> type = types.map(property, table.name().schema());
        Optional<ColumnDefault> value = defaults.read(property, path, type.orElse(COUNTABLE));
        if (type.isEmpty()) {
            broken.add(path);
        }
        add(table, property, new ColumnBasis(type, nullability.of(table, property), value, Optional.empty()));
    }

    /**
     * Reads a property that another library's annotations describe. Tenon's annotations on it take precedence.
     *
     * @param basis the properties that the other annotations declare
     */
    public void read(TableDraft table, Property property, ColumnBasis basis) {
        ObjectPath path = ObjectPath.column(table.name(), property.column());
        sites(property, path, context.annotations().find(property.element(), "Column"));
        Optional<ColumnType> type = types.declaresType(property.element())
                ? types.map(property, table.name().schema())
                : basis.type();
        Optional<ColumnDefault> value = defaults.read(property, path, type.orElse(COUNTABLE));
        if (type.isEmpty()) {
            broken.add(path);
        }
        boolean nullable = basis.nullable() || context.annotations().has(property.element(), "Retired");
        add(table, property, new ColumnBasis(type, nullable, value.or(basis::defaultValue), basis.comment()));
    }

    /** Adds a column of a property to which the annotations of the property do not apply. */
    public void readBeside(TableDraft table, Property property, ColumnBasis basis) {
        ObjectPath path = ObjectPath.column(table.name(), property.column());
        context.sites().put(path, SourceLocation.of(property.element()));
        if (basis.type().isEmpty()) {
            broken.add(path);
        }
        table.add(column(property, basis), SourceLocation.of(property.element()));
    }

    private void add(TableDraft table, Property property, ColumnBasis basis) {
        ObjectPath path = ObjectPath.column(table.name(), property.column());
        Optional<AnnotationUse> said = context.annotations().find(property.element(), "Column");
        Optional<String> retired = context.annotations()
                .find(property.element(), "Retired")
                .flatMap(use -> context.required(use, "reason"));
        Column column = column(property, basis)
                .withCollation(
                        said.flatMap(use -> use.optionalText("collation")).map(CollationNames::named))
                .withStorage(said.map(ColumnDeclarationReader::storage).orElse(ColumnStorage.DEFAULT))
                .withComment(said.flatMap(use -> use.optionalText("comment")).or(basis::comment))
                .withRetired(retired);
        if (table.add(column, SourceLocation.of(property.element()))) {
            hints.renamedMember(property.element(), path);
            hints.values(property.element(), path);
        }
    }

    private static Column column(Property property, ColumnBasis basis) {
        return Column.of(property.column(), basis.type().orElse(UNKNOWN))
                .withNullable(basis.nullable())
                .withDefault(basis.defaultValue())
                .withComment(basis.comment());
    }

    private void sites(Property property, ObjectPath path, Optional<AnnotationUse> said) {
        context.sites().put(path, SourceLocation.of(property.element()));
        if (said.isPresent() && said.get().optionalText("type").isPresent()) {
            context.sites().put(path, "type", said.get().site("type"));
        }
        for (AnnotationUse use : context.annotations().findAny(property.element(), AnnotatedType.ANNOTATIONS)) {
            context.sites().put(path, "type", use.site("value"));
        }
        said.ifPresent(use -> sites(path, use));
    }

    private void sites(ObjectPath path, AnnotationUse said) {
        if (said.optionalText("name").isPresent()) {
            context.sites().put(path, "name", said.site("name"));
        }
        if (said.number("length") != 0) {
            context.sites().put(path, "type", said.site("length"));
        }
        if (said.number("precision") >= 0) {
            context.sites().put(path, "type", said.site("precision"));
        }
        for (String attribute : OF_COLUMN) {
            context.sites().put(path, attribute, said.site(attribute));
        }
    }

    private static ColumnStorage storage(AnnotationUse use) {
        return new ColumnStorage(
                use.unlessDefault("storage", use::constant).map(ColumnStorage.Strategy::valueOf),
                use.unlessDefault("compression", use::constant).map(ColumnStorage.Compression::valueOf),
                use.unlessDefault("statistics", use::number));
    }
}
