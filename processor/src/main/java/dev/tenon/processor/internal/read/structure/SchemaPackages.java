package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.schema.ForeignKeyAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/** The packages of the entities, with {@code @Schema} on them. */
public final class SchemaPackages {

    private final Elements elements;
    private final Annotations annotations;
    private final Map<String, Optional<AnnotationUse>> known = new TreeMap<>();
    private final Map<String, PackageElement> elementsByName = new TreeMap<>();

    public SchemaPackages(Elements elements, Annotations annotations) {
        this.elements = elements;
        this.annotations = annotations;
    }

    /** The PostgreSQL schema that the nearest annotated package declares for the element, if it declares one. */
    public Optional<String> schemaName(Element element) {
        return around(element).stream().findFirst().flatMap(use -> use.optionalText("name"));
    }

    /**
     * The action that the nearest package declares for references when the referenced row is deleted; empty if no package
     * around the element declares one.
     */
    public Optional<ForeignKeyAction> onDelete(Element element) {
        return around(element).stream()
                .flatMap(use -> use.unlessDefault("onDelete", use::constant).stream())
                .map(ForeignKeyAction::valueOf)
                .findFirst();
    }

    /** The {@code @Schema} annotations of the packages around the element, the nearest first. */
    public List<AnnotationUse> around(Element element) {
        List<AnnotationUse> uses = new ArrayList<>();
        String name = elements.getPackageOf(element).getQualifiedName().toString();
        while (!name.isEmpty()) {
            known.computeIfAbsent(name, this::read).ifPresent(uses::add);
            name = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        }
        return uses;
    }

    /** Every {@code @Schema} found so far, in the order of package names. */
    public List<AnnotationUse> all() {
        return known.values().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(use -> use.element().toString()))
                .toList();
    }

    /** The packages around entities, with or without {@code @Schema}, in the order of their names. */
    public List<PackageElement> elements() {
        return List.copyOf(elementsByName.values());
    }

    /** The declared tenancies; at most one is valid. */
    public List<AnnotationUse> tenancies() {
        return all().stream()
                .flatMap(use -> annotations.nested(use, "tenancy").stream())
                .toList();
    }

    private Optional<AnnotationUse> read(String name) {
        PackageElement found = elements.getPackageElement(name);
        if (found != null) {
            elementsByName.put(name, found);
        }
        return found == null ? Optional.empty() : annotations.find(found, "Schema");
    }
}
