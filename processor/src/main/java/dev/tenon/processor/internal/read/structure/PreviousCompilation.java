package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The output of the previous compilation, for entities that this compilation sees only as class files.
 *
 * @param snapshot the compiled snapshot in the class output
 * @param compiled the full names of the top-level types in this compilation
 */
public record PreviousCompilation(Optional<CompiledSnapshot> snapshot, Set<String> compiled) {
    public PreviousCompilation {
        compiled = Set.copyOf(compiled);
    }

    /** The classes of the previous compilation that still exist. */
    public List<TypeElement> entities(Elements elements) {
        return snapshot.stream()
                .flatMap(before -> Stream.concat(before.entities().values().stream(), before.classes().stream()))
                .distinct()
                .flatMap(name -> find(name, elements).stream())
                .toList();
    }

    /** A dollar sign in a binary name separates nested classes, or is part of a name. */
    private static Optional<TypeElement> find(String binaryName, Elements elements) {
        return Optional.ofNullable(elements.getTypeElement(binaryName))
                .or(() -> Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.'))));
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

    /** The table in the previous compilation. */
    public Optional<Table> table(QualifiedName name) {
        return snapshot.flatMap(before -> before.schema().table(name));
    }
}
