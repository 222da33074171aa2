package dev.tenon.processor.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** The annotations, by their full names, that make a class or package one to read. */
public final class Markers {

    static final String PACKAGE = "dev.tenon.annotation.";

    private static final String JPA_ENTITY = "jakarta.persistence.Entity";
    private static final String JAVAX_ENTITY = "javax.persistence.Entity";
    private static final String JPA_CONVERTER = "jakarta.persistence.Converter";
    private static final Set<String> OF_JPA = Set.of(JPA_ENTITY, JAVAX_ENTITY, JPA_CONVERTER);

    /** The annotations that make a class an entity or a view, by their full names. */
    public static final Set<String> OF_ENTITIES = Set.of(
            "dev.tenon.annotation.Table",
            "dev.tenon.annotation.TenantScoped",
            "dev.tenon.annotation.TenantRoot",
            "dev.tenon.annotation.Shared",
            "dev.tenon.annotation.View",
            JPA_ENTITY,
            JAVAX_ENTITY);

    /** Those, and those that make a class one which says how entities are read. */
    public static final Set<String> OF_WHAT_IS_READ =
            Stream.concat(OF_ENTITIES.stream(), OF_JPA.stream()).collect(Collectors.toUnmodifiableSet());

    /** What stands on packages and classes, and is read only where there are entities. */
    static final List<String> BESIDE_ENTITIES = List.of("Schema", "Namespace", "Sequence", "SqlObject");

    private static final Set<String> BESIDE_ENTITIES_IN_FULL = BESIDE_ENTITIES.stream()
            .flatMap(name -> Stream.of(PACKAGE + name, PACKAGE + name + ".List"))
            .collect(Collectors.toUnmodifiableSet());

    private Markers() {}

    /** Whether the annotation of that full name says something beside entities. */
    public static boolean isBesideEntities(String name) {
        return BESIDE_ENTITIES_IN_FULL.contains(name);
    }

    /** Whether the class is one that Jakarta Persistence describes, or what was before it. */
    public static boolean areJpaOn(Element type) {
        return type.getAnnotationMirrors().stream().map(Annotations::name).anyMatch(OF_JPA::contains);
    }
}
