package dev.tenon.processor.internal.read.annotation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** The full names of the annotations that mark classes and packages for the processor. */
public final class EntityAnnotations {

    public static final String PACKAGE = "dev.tenon.annotation.";

    private static final String JPA_ENTITY = "jakarta.persistence.Entity";
    private static final String JAVAX_ENTITY = "javax.persistence.Entity";
    private static final String JPA_CONVERTER = "jakarta.persistence.Converter";
    private static final Set<String> OF_JPA = Set.of(JPA_ENTITY, JAVAX_ENTITY, JPA_CONVERTER);

    /** The annotations that mark an entity or a view. */
    static final Set<String> OF_ENTITIES = Set.of(
            "dev.tenon.annotation.Table",
            "dev.tenon.annotation.TenantScoped",
            "dev.tenon.annotation.TenantRoot",
            "dev.tenon.annotation.Shared",
            "dev.tenon.annotation.View",
            JPA_ENTITY,
            JAVAX_ENTITY);

    /** The annotations that mark an entity or a view, and those that declare how entities are read. */
    public static final Set<String> OF_WHAT_IS_READ =
            Stream.concat(OF_ENTITIES.stream(), OF_JPA.stream()).collect(Collectors.toUnmodifiableSet());

    /** The annotations on packages and classes that are read only together with entities. */
    public static final List<String> ADDITIONAL = List.of("Schema", "Namespace", "Sequence", "SqlObject");

    private static final Set<String> ADDITIONAL_NAMES = ADDITIONAL.stream()
            .flatMap(name -> Stream.of(PACKAGE + name, PACKAGE + name + ".List"))
            .collect(Collectors.toUnmodifiableSet());

    private EntityAnnotations() {}

    /** Whether the annotation of that full name is read in addition to entities. */
    public static boolean isAdditional(String name) {
        return ADDITIONAL_NAMES.contains(name);
    }

    /** Whether the class has annotations of Jakarta Persistence or of its predecessor. */
    public static boolean areJpaOn(Element type) {
        return type.getAnnotationMirrors().stream().map(Annotations::name).anyMatch(OF_JPA::contains);
    }
}
