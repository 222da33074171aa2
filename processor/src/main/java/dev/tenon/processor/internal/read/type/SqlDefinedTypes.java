package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/**
 * The types that {@code @SqlObject} creates in the default schema, such as domains; columns may use them without a
 * schema.
 */
public final class SqlDefinedTypes {

    private static final Set<String> KINDS = Set.of("type", "domain");

    private final Set<QualifiedName> names;

    private SqlDefinedTypes(Set<QualifiedName> names) {
        this.names = names;
    }

    /** The types that the objects on packages and types create. */
    public static SqlDefinedTypes by(Annotations annotations, Collection<? extends Element> elements) {
        return new SqlDefinedTypes(elements.stream()
                .flatMap(element -> annotations.all(element, "SqlObject").stream())
                .flatMap(use -> use.optionalText("create").stream())
                .flatMap(create -> CreateStatement.of(create).stream())
                .filter(made -> KINDS.contains(made.kind()))
                .map(CreateStatement::name)
                .collect(Collectors.toSet()));
    }

    /** The type of that name. */
    Optional<QualifiedName> find(String name) {
        return Optional.of(new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name))
                .filter(names::contains);
    }
}
