package dev.tenon.processor.internal.read.kotlin;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.EarlierCompilations;
import dev.tenon.processor.internal.read.structure.KotlinDelegates;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Compares the Java stubs of Kotlin classes with {@code kotlin.Metadata} on them: reports properties that kapt left out
 * of a stub, and properties whose field does not hold what the property means.
 */
public final class KotlinStubCheck {

    private static final String METADATA = "kotlin.Metadata";
    private static final int KIND_OF_CLASSES = 1;
    private static final Set<Integer> VERSIONS = Set.of(1, 2);

    private final ReadContext context;
    private final EarlierCompilations earlier;
    private final Set<TypeElement> seen = new HashSet<>();

    public KotlinStubCheck(ReadContext context, EarlierCompilations earlier) {
        this.context = context;
        this.earlier = earlier;
    }

    /** Checks the stubs among these entities, and those of their superclasses and embedded types. */
    public void check(Collection<TypeElement> entities) {
        entities.forEach(this::visit);
    }

    private void visit(TypeElement type) {
        if (!seen.add(type) || type.getQualifiedName().toString().startsWith("java.")) {
            return;
        }
        if (earlier.compiledNow(type)) {
            context.annotations().startingWith(type, METADATA).stream()
                    .findFirst()
                    .ifPresent(metadata -> check(type, metadata));
        }
        visit(type.getSuperclass());
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(this::isEmbedded)
                .forEach(field -> visit(field.asType()));
    }

    private void visit(TypeMirror type) {
        if (context.types().asElement(type) instanceof TypeElement element) {
            visit(element);
        }
    }

    private boolean isEmbedded(VariableElement field) {
        return simpleNames(field).anyMatch(name -> name.contentEquals("Embedded") || name.contentEquals("EmbeddedId"))
                || (context.types().asElement(field.asType()) instanceof TypeElement type
                        && simpleNames(type).anyMatch(name -> name.contentEquals("Embeddable")));
    }

    private static Stream<Name> simpleNames(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName());
    }

    private void check(TypeElement type, AnnotationUse metadata) {
        if (metadata.number("k") != KIND_OF_CLASSES) {
            return;
        }
        List<Integer> version = metadata.numbers("mv");
        Optional<List<KotlinProperty>> properties =
                version.isEmpty() || !VERSIONS.contains(version.get(0)) ? Optional.empty() : properties(metadata);
        if (properties.isPresent()) {
            properties.get().forEach(property -> check(type, property));
        } else {
            context.diagnostics()
                    .error(
                            DiagnosticCode.KOTLIN_UNKNOWN,
                            SourceLocation.of(type),
                            "the description that Kotlin wrote of " + type.getQualifiedName() + " has the format "
                                    + version + ", so Tenon cannot tell whether kapt left out a property",
                            "use a version of Tenon for this Kotlin, or compile with a Kotlin 2");
        }
    }

    private static Optional<List<KotlinProperty>> properties(AnnotationUse metadata) {
        try {
            return Optional.of(KotlinMetadata.properties(metadata.strings("d1"), metadata.strings("d2")));
        } catch (RuntimeException unknownFormat) {
            return Optional.empty();
        }
    }

    private void check(TypeElement type, KotlinProperty property) {
        if (property.delegated()) {
            delegated(type, property);
        } else if (!property.field().isEmpty()) {
            Optional<VariableElement> field = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                    .filter(each -> each.getSimpleName().contentEquals(property.field()))
                    .findFirst();
            if (field.isEmpty()) {
                lost(type, property);
            } else {
                KotlinValueTypes.remedy(property.type())
                        .filter(remedy -> field.get().asType().getKind().isPrimitive() && !isChosen(field.get()))
                        .ifPresent(remedy -> misread(field.get(), property, remedy));
            }
        } else if (type.getKind() == ElementKind.INTERFACE
                && !property.getter().isEmpty()
                && getter(type, property).isEmpty()) {
            lost(type, property);
        }
    }

    /** Whether the field is no column, or its column has a declared type. */
    private boolean isChosen(VariableElement field) {
        return simpleNames(field).anyMatch(name -> name.contentEquals("Transient"))
                || context.annotations()
                        .find(field, "Column")
                        .flatMap(column -> column.optionalText("type"))
                        .isPresent();
    }

    private void misread(VariableElement field, KotlinProperty property, String remedy) {
        context.diagnostics()
                .error(
                        DiagnosticCode.KOTLIN_VALUE,
                        SourceLocation.of(field),
                        property.name() + " is a " + property.type().replace('/', '.')
                                + ", whose field has the Java type " + field.asType()
                                + " and does not hold the value as such",
                        remedy + "; or choose the type of the stored field with @Column(type = \"…\")");
    }

    private void delegated(TypeElement type, KotlinProperty property) {
        Optional<VariableElement> field = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(property.name() + KotlinDelegates.SUFFIX))
                .findFirst();
        if (field.isEmpty() || !simpleNames(field.get()).anyMatch(name -> name.contentEquals("Transient"))) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.KOTLIN_VALUE,
                            SourceLocation.of(field.isPresent() ? field.get() : type),
                            property.name() + " is delegated with by, so no field holds its value",
                            "write @delegate:Transient on it if it is no column, or a property without by");
        }
    }

    private void lost(TypeElement type, KotlinProperty property) {
        String column = context.naming().derive(property.name());
        context.diagnostics()
                .error(
                        DiagnosticCode.KOTLIN_LOST,
                        SourceLocation.of(getter(type, property).orElse(type)),
                        "kapt leaves the property `" + property.name() + "` of " + type.getQualifiedName()
                                + " out of the Java stub, because Java has no such name, so its column would be lost",
                        "rename it, for example to " + KotlinNames.forJava(property.name())
                                + ", and write @Column(name = \"" + column + "\")");
    }

    private static Optional<Element> getter(TypeElement type, KotlinProperty property) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(property.getter()))
                .map(Element.class::cast)
                .findFirst();
    }
}
