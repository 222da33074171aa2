package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.EntityNames.Item;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads the names of tables and columns during the rounds: an entity has an outline as soon as all types that determine
 * its names are resolved.
 */
public final class EntityNameReader {

    private final Types types;
    private final Annotations annotations;
    private final NamingStrategy naming;
    private final SchemaPackages packages;
    private final TableNames names;

    /**
     * A reader for one round.
     *
     * @param entities all known entities, whose packages may declare the tenancy
     */
    public EntityNameReader(Elements elements, Types types, NamingStrategy naming, Collection<TypeElement> entities) {
        this.types = types;
        this.annotations = new Annotations();
        this.naming = naming;
        this.packages = new SchemaPackages(elements, annotations);
        this.names = new TableNames(annotations, naming, packages);
        entities.forEach(packages::around);
    }

    /** The outline, or empty if a later round may still provide a missing type. */
    public Optional<EntityNames> read(TypeElement entity) {
        boolean view = annotations.has(entity, "View") && entity.getKind() == ElementKind.INTERFACE;
        if ((entity.getKind() != ElementKind.CLASS && entity.getKind() != ElementKind.RECORD && !view)
                || !namesAreKnown(entity)) {
            return Optional.empty();
        }
        EntityStructure shape = shape(entity);
        if (!shape.complete()) {
            return Optional.empty();
        }
        List<Item> columns = new ArrayList<>();
        shape.properties().forEach(each -> columns.add(new Item(each.column(), Optional.of(value(each.type())))));
        tenantColumn(entity)
                .filter(tenant -> columns.stream().noneMatch(item -> item.name().equals(tenant.name())))
                .ifPresent(tenant -> columns.add(0, tenant));
        return Optional.of(new EntityNames(entity, names.of(entity), columns));
    }

    private boolean namesAreKnown(TypeElement entity) {
        List<AnnotationUse> uses = new ArrayList<>(packages.all());
        uses.addAll(annotations.findAny(entity, List.of("Table", "View")));
        return uses.stream()
                .allMatch(
                        use -> UnresolvedNames.values(use.mirror(), use.site()).isEmpty());
    }

    private EntityStructure shape(TypeElement entity) {
        return EntityStructureReader.read(entity, types, annotations, naming);
    }

    private Optional<Item> tenantColumn(TypeElement entity) {
        return annotations.has(entity, "TenantScoped")
                ? packages.tenancies().stream()
                        .findFirst()
                        .map(tenancy -> new Item(
                                tenancy.text("column"), tenancy.type("root").flatMap(this::keyType)))
                : Optional.empty();
    }

    private Optional<TypeMirror> keyType(TypeMirror root) {
        return types.asElement(root) instanceof TypeElement element
                ? shape(element).properties().stream()
                        .filter(property -> annotations.has(property.element(), "Id"))
                        .map(Property::type)
                        .findFirst()
                : Optional.empty();
    }

    /** The value type of an optional type; other types are returned unchanged. */
    private static TypeMirror value(TypeMirror type) {
        return NullableAnnotations.isOptional(type)
                        && type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                ? declared.getTypeArguments().get(0)
                : type;
    }
}
