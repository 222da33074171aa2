package dev.tenon.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The source of one class, as it grows. */
final class ClassSource {

    /** An attribute with its annotations. */
    private record Attribute(List<String> annotations, String type, String name) {}

    private final String name;
    private final int number;
    private final boolean propertyAccess;
    private final List<String> annotations = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private boolean nullable;
    private String modifiers = "public class";
    private String supertype = "";

    ClassSource(String name, int number, boolean propertyAccess) {
        this.name = name;
        this.number = number;
        this.propertyAccess = propertyAccess;
    }

    String name() {
        return name;
    }

    /** A number that no other class of the model has. */
    int number() {
        return number;
    }

    boolean hasPropertyAccess() {
        return propertyAccess;
    }

    void annotate(String annotation) {
        annotations.add(annotation);
    }

    void makeAbstract() {
        modifiers = "public abstract class";
    }

    /** Lets all columns take nulls, because rows of other classes have no value in them. */
    void makeNullable() {
        nullable = true;
    }

    boolean isNullable() {
        return nullable;
    }

    void extend(String superclass) {
        supertype = " extends " + superclass;
    }

    void implement(String type) {
        supertype += " implements " + type;
    }

    void add(List<String> uses, String type, String attribute) {
        attributes.add(new Attribute(List.copyOf(uses), type, attribute));
    }

    /** How many attributes it has, to number the next one. */
    int size() {
        return attributes.size();
    }

    String text() {
        StringBuilder text =
                new StringBuilder("package app;\n\nimport jakarta.persistence.*;\nimport java.util.*;\n\n");
        annotations.forEach(each -> text.append(each).append('\n'));
        text.append(modifiers).append(' ').append(name).append(supertype).append(" {\n");
        attributes.forEach(each -> text.append(propertyAccess ? property(each) : field(each)));
        return text.append(equality()).append("}\n").toString();
    }

    private static String lines(List<String> annotations) {
        StringBuilder text = new StringBuilder();
        annotations.forEach(each -> text.append("    ").append(each).append('\n'));
        return text.toString();
    }

    /** What embeds an embeddable decides whether fields or properties are read, so it has both. */
    private String field(Attribute attribute) {
        boolean accessors = annotations.contains("@Embeddable");
        return lines(attribute.annotations) + "    " + attribute.type + " " + attribute.name + ";\n"
                + (accessors ? accessors(attribute, "") : "");
    }

    private static String property(Attribute attribute) {
        return "    private " + attribute.type + " " + attribute.name + ";\n"
                + accessors(attribute, lines(attribute.annotations));
    }

    private static String accessors(Attribute attribute, String annotations) {
        String suffix = attribute.name.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.name.substring(1);
        String getter = attribute.type.equals("boolean") ? "is" : "get";
        return annotations + "    public " + attribute.type + " " + getter + suffix + "() { return " + attribute.name
                + "; }\n"
                + "    public void set" + suffix + "(" + attribute.type + " value) { " + attribute.name
                + " = value; }\n";
    }

    /** Classes of keys need both methods. */
    private String equality() {
        return supertype.contains("Serializable")
                ? "    @Override public boolean equals(Object other) { return other instanceof " + name + "; }\n"
                        + "    @Override public int hashCode() { return 1; }\n"
                : "";
    }
}
