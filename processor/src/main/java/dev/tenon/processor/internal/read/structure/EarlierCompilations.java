package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.CompiledSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The outputs of earlier compilations, for entities that this compilation sees only as class files: those of the same
 * module that it does not compile, and those of other modules.
 *
 * @param snapshot the compiled snapshot in the class output
 * @param modules the other modules
 * @param compiled the full names of the top-level types in this compilation
 * @param classFiles the class files of the other types
 */
public record EarlierCompilations(
        Optional<CompiledSnapshot> snapshot,
        List<CompiledModule> modules,
        Set<String> compiled,
        ClassFiles classFiles) {
    public EarlierCompilations {
        modules = List.copyOf(modules);
        compiled = Set.copyOf(compiled);
    }

    /**
     * The binary names of the classes that this module reads from others: those of every part, unless a module with
     * migrations of its own has them already.
     */
    public Set<String> inherited() {
        Set<String> inherited = new TreeSet<>();
        parts().forEach(part -> inherited.addAll(part.snapshot().ownClasses()));
        modules.stream()
                .filter(module -> module.snapshot().share().owner())
                .forEach(owner -> inherited.removeAll(owner.snapshot().allClasses()));
        inherited.removeIf(this::compiledNow);
        return inherited;
    }

    /** The modules that own no migrations. */
    public List<CompiledModule> parts() {
        return modules.stream()
                .filter(module -> !module.snapshot().share().owner())
                .toList();
    }

    /** The classes that this compilation does not compile and that exist, those of other modules included. */
    public List<TypeElement> entities(Elements elements) {
        Set<String> inherited = inherited();
        Set<String> names = new TreeSet<>(inherited);
        snapshot.ifPresent(before -> names.addAll(before.ownClasses()));
        return names.stream().flatMap(name -> find(name, elements).stream()).toList();
    }

    /** A dollar sign in a binary name separates nested classes, or is part of a name. */
    private static Optional<TypeElement> find(String binaryName, Elements elements) {
        return Optional.ofNullable(elements.getTypeElement(binaryName))
                .or(() -> Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.'))));
    }

    /** Whether the class file of a member that this compilation does not compile declares it nullable. */
    public boolean declaresNullable(Element member) {
        return !compiledNow(member) && classFiles.isNullable(member);
    }

    /** Whether the element is declared in a source file of this compilation. */
    public boolean compiledNow(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() instanceof TypeElement type) {
            outermost = type;
        }
        return outermost instanceof TypeElement type
                && compiled.contains(type.getQualifiedName().toString());
    }

    private boolean compiledNow(String binaryName) {
        return compiled.contains(binaryName)
                || Stream.iterate(binaryName.indexOf('$'), at -> at > 0, at -> binaryName.indexOf('$', at + 1))
                        .anyMatch(at -> compiled.contains(binaryName.substring(0, at)));
    }
}
