package dev.tenon.processor.read;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.CreateStatement;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/** The types in the default schema that {@code @SqlObject} makes, such as domains, which columns may name without it. */
final class MadeTypes {

    private static final Set<String> KINDS = Set.of("type", "domain");

    private final Set<QualifiedName> names;

    private MadeTypes(Set<QualifiedName> names) {
        this.names = names;
    }

    /** Those that packages and types say. */
    static MadeTypes by(Annotations annotations, Collection<? extends Element> elements) {
        return new MadeTypes(elements.stream()
                .flatMap(element -> annotations.all(element, "SqlObject").stream())
                .flatMap(use -> use.optionalText("create").stream())
                .flatMap(create -> CreateStatement.of(create).stream())
                .filter(made -> KINDS.contains(made.kind()))
                .map(CreateStatement::name)
                .collect(Collectors.toSet()));
    }

    /** The type that is so called. */
    Optional<QualifiedName> find(String name) {
        return Optional.of(new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name))
                .filter(names::contains);
    }
}
