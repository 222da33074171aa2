package dev.tenon.processor.internal.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/**
 * Reports diagnostics at annotations that are repeated on one element. javac's messager cannot: it looks for the
 * implicit container annotation and falls back to the element. Compilers other than javac provide no trees.
 */
final class RepeatedAnnotationLocator {

    private final Optional<Trees> trees;

    RepeatedAnnotationLocator(ProcessingEnvironment environment) {
        this.trees = trees(environment);
    }

    private static Optional<Trees> trees(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return Optional.empty();
        }
    }

    /** Reports at the annotation, or its value, if the annotation is repeated and its tree is found. */
    boolean print(Kind kind, String message, SourceLocation site) {
        Optional<Tree> place = site.annotation().flatMap(annotation -> place(site, annotation));
        if (place.isEmpty() || trees.isEmpty()) {
            return false;
        }
        TreePath path = trees.get().getPath(site.element());
        trees.get().printMessage(kind, message, place.get(), path.getCompilationUnit());
        return true;
    }

    /** Whether the compilation has the source of the element; a class file has none. */
    boolean isInSource(Element element) {
        return trees.isEmpty() || trees.get().getPath(element) != null;
    }

    private Optional<Tree> place(SourceLocation site, AnnotationMirror annotation) {
        List<AnnotationMirror> alike = repeated(site.element(), annotation);
        if (alike.size() < 2 || trees.isEmpty()) {
            return Optional.empty();
        }
        TreePath path = trees.get().getPath(site.element());
        if (path == null) {
            return Optional.empty();
        }
        String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
        return modifiers(path.getLeaf()).stream()
                .flatMap(modifiers -> modifiers.getAnnotations().stream())
                .filter(tree -> tree.getAnnotationType().toString().matches("(.*\\.)?" + name))
                .skip(alike.indexOf(annotation))
                .findFirst()
                .map(tree -> narrow(tree, annotation, site.value()));
    }

    /** The annotations in the container of this annotation, in source order. */
    private static List<AnnotationMirror> repeated(Element element, AnnotationMirror annotation) {
        return element.getAnnotationMirrors().stream()
                .map(RepeatedAnnotationLocator::contained)
                .filter(contained -> contained.contains(annotation))
                .findFirst()
                .orElse(List.of());
    }

    private static List<AnnotationMirror> contained(AnnotationMirror container) {
        return container.getElementValues().values().stream()
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
    }

    private static Optional<ModifiersTree> modifiers(Tree tree) {
        if (tree instanceof ClassTree type) {
            return Optional.of(type.getModifiers());
        }
        return tree instanceof VariableTree variable ? Optional.of(variable.getModifiers()) : Optional.empty();
    }

    private static Tree narrow(AnnotationTree tree, AnnotationMirror annotation, Optional<AnnotationValue> value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            Optional<ExpressionTree> argument =
                    argument(tree, entry.getKey().getSimpleName().toString());
            if (value.isPresent() && argument.isPresent()) {
                if (entry.getValue().equals(value.get())) {
                    return argument.get();
                }
                if (entry.getValue().getValue() instanceof List<?> items && items.contains(value.get())) {
                    return item(argument.get(), items.indexOf(value.get()));
                }
            }
        }
        return tree;
    }

    private static Optional<ExpressionTree> argument(AnnotationTree tree, String name) {
        return tree.getArguments().stream()
                .flatMap(argument -> argument instanceof AssignmentTree assignment
                                && assignment.getVariable().toString().equals(name)
                        ? Stream.of(assignment.getExpression())
                        : Stream.empty())
                .findFirst();
    }

    private static ExpressionTree item(ExpressionTree list, int index) {
        return list instanceof NewArrayTree array ? array.getInitializers().get(index) : list;
    }
}
