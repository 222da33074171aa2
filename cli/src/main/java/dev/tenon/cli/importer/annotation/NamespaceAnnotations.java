package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declares a PostgreSQL schema if its objects do not imply all of it. */
public final class NamespaceAnnotations {

    private static final String EVERYONE = "public";

    private final Schema schema;

    public NamespaceAnnotations(Schema schema) {
        this.schema = schema;
    }

    /** Returns the annotation; empty if none is needed. */
    public Optional<AnnotationSpec> of(Namespace namespace) {
        Set<String> users = holders(namespace, Privilege.USAGE);
        Set<String> creators = holders(namespace, Privilege.CREATE);
        if (namespace.name().equals(QualifiedName.DEFAULT_SCHEMA)) {
            // Every database grants this.
            users.remove(EVERYONE);
        }
        // With a tenancy, the application role uses the schemas of its tables, whatever it may do today.
        applicationRole(namespace.name()).ifPresent(users::add);
        return hasObjects(namespace.name()) && creators.isEmpty() && users.equals(grantees(namespace.name()))
                ? Optional.empty()
                : Optional.of(new AnnotationBuilder(dev.tenon.annotation.Namespace.class)
                        .text("value", namespace.name())
                        .texts("usableBy", users)
                        .texts("creatableBy", creators)
                        .build());
    }

    private static Set<String> holders(Namespace namespace, Privilege privilege) {
        return namespace.grants().stream()
                .filter(grant -> grant.privileges().contains(privilege))
                .map(Grant::grantee)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean hasObjects(String namespace) {
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

    /** Returns the grantees of the schema's objects; the processor derives USAGE for them. */
    private Set<String> grantees(String namespace) {
        Set<String> grantees = new TreeSet<>();
        schema.tables().forEach(each -> add(each.name(), each.grants(), namespace, grantees));
        schema.views().forEach(each -> add(each.name(), each.grants(), namespace, grantees));
        schema.sequences().forEach(each -> add(each.name(), each.grants(), namespace, grantees));
        applicationRole(namespace).ifPresent(grantees::add);
        return grantees;
    }

    /** The application role, if the schema has tables of tenants. */
    private Optional<String> applicationRole(String namespace) {
        boolean ofTenants = schema.tables().stream()
                .filter(table -> table.tenantScope().tenantColumn().isPresent())
                .anyMatch(table -> table.name().schema().equals(namespace));
        return schema.tenancy().filter(tenancy -> ofTenants).map(Tenancy::role);
    }

    private static void add(QualifiedName name, List<Grant> grants, String namespace, Set<String> grantees) {
        if (name.schema().equals(namespace)) {
            grants.forEach(grant -> grantees.add(grant.grantee()));
        }
    }
}
