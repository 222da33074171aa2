package dev.tenon.processor;

import dev.tenon.processor.internal.read.annotation.EntityAnnotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Collects the elements of all rounds of a compilation. Elements are kept by name, because an element is valid only in
 * its round.
 */
final class Rounds {

    private final Set<String> compiled = new TreeSet<>();
    private final Set<String> entities = new TreeSet<>();
    private final Set<String> withoutMetamodel = new TreeSet<>();
    private final Set<String> additionalPackages = new TreeSet<>();
    private final Set<String> additionalTypes = new TreeSet<>();

    /** Records the elements of a round. */
    void see(RoundEnvironment round, Set<? extends TypeElement> annotations) {
        round.getRootElements().stream()
                .filter(TypeElement.class::isInstance)
                .forEach(type ->
                        compiled.add(((TypeElement) type).getQualifiedName().toString()));
        for (TypeElement annotation : annotations) {
            if (EntityAnnotations.isAdditional(annotation.getQualifiedName().toString())) {
                round.getElementsAnnotatedWith(annotation).forEach(this::seeAdditional);
            }
            if (EntityAnnotations.OF_WHAT_IS_READ.contains(
                    annotation.getQualifiedName().toString())) {
                round.getElementsAnnotatedWith(annotation).forEach(this::see);
            }
        }
    }

    private void see(Element entity) {
        if (entity instanceof TypeElement type
                && entities.add(type.getQualifiedName().toString())
                && !EntityAnnotations.areJpaOn(type)) {
            // The class Entity_ of a JPA entity belongs to the static metamodel of the specification.
            withoutMetamodel.add(type.getQualifiedName().toString());
        }
    }

    private void seeAdditional(Element element) {
        (element instanceof PackageElement ? additionalPackages : additionalTypes).add(element.toString());
    }

    /** The packages and types of this compilation that carry annotations which are read in addition to entities. */
    List<Element> additional(Elements elements) {
        List<Element> found = new ArrayList<>(find(additionalTypes, elements));
        for (String name : additionalPackages) {
            PackageElement element = elements.getPackageElement(name);
            if (element != null) {
                found.add(element);
            }
        }
        return found;
    }

    /** The top-level types of this compilation. */
    Set<String> compiled() {
        return Collections.unmodifiableSet(compiled);
    }

    /** The name of the module that is compiled, if it has one. */
    Optional<String> namedModule(Elements elements) {
        return compiled.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .map(elements::getModuleOf)
                .filter(module -> module != null && !module.isUnnamed())
                .map(module -> module.getQualifiedName().toString())
                .findFirst();
    }

    /** The entities of this compilation, sorted by name, as the current round sees them. */
    Collection<TypeElement> entities(Elements elements) {
        return find(entities, elements);
    }

    /** The entities whose metamodel is not written yet. */
    Collection<TypeElement> withoutMetamodel(Elements elements) {
        return find(withoutMetamodel, elements);
    }

    /** Records that the entity's metamodel is written. */
    void wroteMetamodel(TypeElement entity) {
        withoutMetamodel.remove(entity.getQualifiedName().toString());
    }

    private static List<TypeElement> find(Set<String> names, Elements elements) {
        List<TypeElement> found = new ArrayList<>();
        for (String name : names) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                found.add(type);
            }
        }
        return found;
    }
}
