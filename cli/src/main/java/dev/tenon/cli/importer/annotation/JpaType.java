package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Declares a column's type for Jakarta Persistence: by the Java type and lengths, else by a column definition. */
final class JpaType {

    /** Types for which the Java type is enough. */
    private static final Set<String> NATURAL = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double precision",
            "uuid",
            "date",
            "inet",
            "bytea",
            "timestamptz(6)",
            "timestamp(6)",
            "time(0)");

    /** A definition without quotes and without keywords that declare more than the type. */
    private static final Pattern DEFINITION = Pattern.compile(
            "(?!.*\\b(unique|primary|references|check|generated|collate|constraint|storage|compression|null|default)\\b)"
                    + "[a-z][a-z0-9_ .,()\\[\\]]*");

    private static final int DEFAULT_LENGTH = 255;

    private JpaType() {}

    /** Declares the type in JPA's annotation, or in Tenon's if JPA accepts no such definition. */
    static void declare(ColumnType type, JavaNaming naming, AnnotationBuilder jpa, AnnotationBuilder tenon) {
        String text = type.toString();
        List<String> modifiers = type instanceof ColumnType.Builtin builtin ? builtin.modifiers() : List.of();
        if (naming.enumType(type).isPresent() || NATURAL.contains(text)) {
            return;
        }
        if (text.matches("varchar\\(\\d+\\)")) {
            jpa.number("length", Long.parseLong(modifiers.get(0)), DEFAULT_LENGTH);
        } else if (text.matches("numeric\\([1-9]\\d*, ?\\d+\\)")) {
            jpa.number("precision", Long.parseLong(modifiers.get(0)), 0)
                    .number("scale", Long.parseLong(modifiers.get(1)), 0);
        } else if (DEFINITION.matcher(definition(type, naming)).matches()) {
            jpa.text("columnDefinition", definition(type, naming));
        } else {
            tenon.text("type", text);
        }
    }

    /** Returns the type as the driver names it, because Hibernate compares the definition with that name. */
    private static String definition(ColumnType type, JavaNaming naming) {
        if (type instanceof ColumnType.Array array) {
            return definition(array.element(), naming) + "[]";
        }
        if (type instanceof ColumnType.Builtin builtin) {
            return (builtin.name().equals("char") ? "bp" : "") + type;
        }
        boolean plain = naming.isKnownInDefaultSchema(((ColumnType.UserDefined) type).name());
        return plain ? type.toString().substring(QualifiedName.DEFAULT_SCHEMA.length() + 1) : type.toString();
    }
}
