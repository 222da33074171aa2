package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.ReadContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What annotations of Jakarta Validation on an attribute say about its column, as Hibernate ORM applies them. */
public final class ValidationMarks {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private static final Set<String> NOT_NULL = Set.of("NotNull", "NotBlank", "NotEmpty");

    private final List<AnnotationUse> uses;

    private ValidationMarks(List<AnnotationUse> uses) {
        this.uses = List.copyOf(uses);
    }

    /** The annotations on the element; none, unless the compilation asks for them. */
    public static ValidationMarks on(Element element, ReadContext context, JpaOptions options) {
        return new ValidationMarks(
                options.validation()
                        ? context.annotations().startingWith(element, PACKAGE).stream()
                                .filter(ValidationMarks::isAlwaysChecked)
                                .toList()
                        : List.of());
    }

    /** Whether the attribute is never null. */
    public boolean isRequired() {
        return uses.stream().anyMatch(use -> NOT_NULL.contains(name(use)));
    }

    /** The sizes of the column, in place of those that the column annotation says. */
    ColumnSizes sizes(ColumnSizes said, TypeMirror type) {
        ColumnSizes sizes = said;
        for (AnnotationUse use : uses) {
            boolean isText = type.toString().endsWith("java.lang.String");
            int max = name(use).equals("Size") ? use.number("max") : Integer.MAX_VALUE;
            if (isText && max < Integer.MAX_VALUE) {
                sizes = sizes.withLength(max);
            } else if (name(use).equals("Digits")) {
                sizes = sizes.withDigits(use.number("integer") + use.number("fraction"), use.number("fraction"));
            }
        }
        return sizes;
    }

    /** The smallest value. */
    public Optional<Long> smallest() {
        return one("Min").map(use -> use.wide("value"));
    }

    /** The largest value. */
    public Optional<Long> largest() {
        return one("Max").map(use -> use.wide("value"));
    }

    private Optional<AnnotationUse> one(String name) {
        return uses.stream().filter(use -> name(use).equals(name)).findFirst();
    }

    /** Annotations for groups are checked only when the application asks for the group. */
    private static boolean isAlwaysChecked(AnnotationUse use) {
        return use.types("groups").isEmpty();
    }

    private static String name(AnnotationUse use) {
        return Annotations.name(use.mirror()).substring(PACKAGE.length());
    }
}
