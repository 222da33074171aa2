package dev.tenon.processor.internal.read.annotation;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Finds names that javac could not resolve. Another processor may still generate their classes. */
public final class UnresolvedNames {

    private static final String UNRESOLVED_VALUE = "<error>";

    private UnresolvedNames() {}

    /** Whether the type or one of its component types is unresolved. */
    public static boolean in(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() != null && in(wildcard.getExtendsBound()))
                    || (wildcard.getSuperBound() != null && in(wildcard.getSuperBound()));
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(UnresolvedNames::in);
    }

    /** Whether javac could not evaluate the value. */
    static boolean is(AnnotationValue value) {
        return UNRESOLVED_VALUE.equals(value.getValue()) && UNRESOLVED_VALUE.equals(value.toString());
    }

    /** The problem of an unresolved type. */
    public static SourceProblem problem(SourceLocation site, String type) {
        return new SourceProblem(
                DiagnosticCode.UNRESOLVED,
                site,
                "there is no type " + type,
                "import it, or build the module or run the processor that provides it");
    }

    /** The problem of an annotation value that cannot be evaluated. */
    public static SourceProblem value(SourceLocation site) {
        return new SourceProblem(
                DiagnosticCode.UNRESOLVED,
                site,
                "the value cannot be evaluated, because it names something that does not exist",
                "import it, or build the module or run the processor that provides it");
    }

    /** The problems of the annotations on an element: unresolved annotations, and values that cannot be evaluated. */
    public static List<SourceProblem> annotations(Element element) {
        List<SourceProblem> problems = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
                problems.add(problem(
                        SourceLocation.of(element, mirror),
                        mirror.getAnnotationType().toString()));
            }
            if (!mirror.getElementValues().isEmpty()) {
                values(mirror, SourceLocation.of(element, mirror)).forEach(each -> problems.add(value(each)));
            }
        }
        return problems;
    }

    /** The places of the annotation's values that cannot be evaluated. */
    public static List<SourceLocation> values(AnnotationMirror mirror, SourceLocation annotation) {
        List<SourceLocation> sites = new ArrayList<>();
        for (AnnotationValue value : mirror.getElementValues().values()) {
            collect(value, annotation, sites);
        }
        return sites;
    }

    private static void collect(AnnotationValue value, SourceLocation annotation, List<SourceLocation> sites) {
        Object held = value.getValue();
        if (is(value) || (held instanceof TypeMirror type && in(type))) {
            sites.add(annotation.at(value));
        } else if (held instanceof AnnotationMirror nested) {
            nested.getElementValues().values().forEach(each -> collect(each, annotation, sites));
        } else if (held instanceof List<?> items) {
            items.forEach(item -> collect((AnnotationValue) item, annotation, sites));
        }
    }
}
