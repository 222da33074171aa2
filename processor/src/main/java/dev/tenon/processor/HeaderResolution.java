package dev.tenon.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether all names in the headers of classes are resolved: imports, annotations, supertypes, and the types of
 * members. Other processors may still provide them until the last round; afterwards javac reports them as errors.
 */
final class HeaderResolution {

    private final ProcessingEnvironment environment;
    private final Trees trees;

    HeaderResolution(ProcessingEnvironment environment) {
        this.environment = environment;
        this.trees = Trees.instance(environment);
    }

    /** Whether everything is resolved in the sources of these top-level types. */
    boolean resolves(Collection<String> types) {
        Set<CompilationUnitTree> sources = new HashSet<>();
        for (String name : types) {
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            TreePath path = type == null ? null : trees.getPath(type);
            if (path != null) {
                sources.add(path.getCompilationUnit());
            }
        }
        return sources.stream().allMatch(this::resolves);
    }

    private boolean resolves(CompilationUnitTree source) {
        UnresolvedNames unresolved = new UnresolvedNames();
        unresolved.scan(source, null);
        return !unresolved.found;
    }

    /** Finds unresolved names outside the bodies of methods and the initializers of fields. */
    private final class UnresolvedNames extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private boolean found;

        @Override
        public @Nullable Void visitImport(ImportTree imported, @Nullable Void unused) {
            if (imported.getQualifiedIdentifier() instanceof MemberSelectTree all
                    && all.getIdentifier().contentEquals("*")) {
                TreePath name = new TreePath(getCurrentPath(), all);
                Element element = trees.getElement(new TreePath(name, all.getExpression()));
                // A package that does not exist is only a package without classes.
                found |= element instanceof PackageElement
                        && element.getEnclosedElements().isEmpty();
            }
            return super.visitImport(imported, null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            see();
            return super.visitIdentifier(name, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree name, @Nullable Void unused) {
            see();
            return super.visitMemberSelect(name, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void unused) {
            scan(field.getModifiers(), null);
            return scan(field.getType(), null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            scan(method.getModifiers(), null);
            scan(method.getTypeParameters(), null);
            scan(method.getReturnType(), null);
            scan(method.getParameters(), null);
            return scan(method.getThrows(), null);
        }

        @Override
        public @Nullable Void visitBlock(BlockTree initializer, @Nullable Void unused) {
            return null;
        }

        private void see() {
            TypeMirror type = trees.getTypeMirror(getCurrentPath());
            found |= type != null && type.getKind() == TypeKind.ERROR;
        }
    }
}
