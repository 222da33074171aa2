package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL schema as an annotation, where what lies in it does not say all of it. */
final class NamespaceAnnotations {

    private static final String EVERYONE = "public";

    private final Schema schema;

    NamespaceAnnotations(Schema schema) {
        this.schema = schema;
    }

    /** The annotation, if it takes one. */
    Optional<AnnotationSpec> of(Namespace namespace) {
        Set<String> users = namespace.grants().stream()
                .filter(grant -> grant.privileges().contains(Privilege.USAGE))
                .map(Grant::grantee)
                .collect(Collectors.toCollection(TreeSet::new));
        if (namespace.name().equals(QualifiedName.DEFAULT_SCHEMA)) {
            // As in every database.
            users.remove(EVERYONE);
        }
        return holdsSomething(namespace.name()) && users.equals(active(namespace.name()))
                ? Optional.empty()
                : Optional.of(new AnnotationBuilder("Namespace")
                        .text("value", namespace.name())
                        .texts("usableBy", users)
                        .build());
    }

    boolean holdsSomething(String namespace) {
        return names().anyMatch(name -> name.schema().equals(namespace))
                || namespace.equals(QualifiedName.DEFAULT_SCHEMA)
                || schema.extensions().stream()
                        .anyMatch(extension -> extension.schema().equals(namespace));
    }

    private Stream<QualifiedName> names() {
        return Stream.of(
                        schema.tables().stream().map(each -> each.name()),
                        schema.views().stream().map(each -> each.name()),
                        schema.sequences().stream().map(each -> each.name()),
                        schema.enums().stream().map(each -> each.name()),
                        schema.objects().stream().map(each -> each.name()))
                .flatMap(each -> each);
    }

    /** Who may do something in it, and so is taken to be a user. */
    private Set<String> active(String namespace) {
        Set<String> active = new TreeSet<>();
        schema.tables().forEach(each -> add(each.name(), each.grants(), namespace, active));
        schema.views().forEach(each -> add(each.name(), each.grants(), namespace, active));
        schema.sequences().forEach(each -> add(each.name(), each.grants(), namespace, active));
        return active;
    }

    private static void add(QualifiedName name, List<Grant> grants, String namespace, Set<String> active) {
        if (name.schema().equals(namespace)) {
            grants.forEach(grant -> active.add(grant.grantee()));
        }
    }
}
