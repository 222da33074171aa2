package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the target entities of relationships. */
final class TargetEntities {

    private final JpaContext jpa;

    TargetEntities(JpaContext jpa) {
        this.jpa = jpa;
    }

    /**
     * The entity that the annotation names, or else the type of the attribute; reports a target that is not an entity.
     */
    Optional<EntityClass> of(AnnotationUse relation, TypeMirror natural, PersistentAttribute member) {
        TypeMirror type = relation.type("targetEntity")
                .filter(named -> named.getKind() != TypeKind.VOID)
                .orElse(natural);
        if (UnresolvedNames.in(type)) {
            jpa.context()
                    .diagnostics()
                    .error(UnresolvedNames.problem(SourceLocation.of(member.element()), type.toString()));
            return Optional.empty();
        }
        Optional<EntityClass> target = jpa.entities().of(type);
        if (target.isEmpty() && !jpa.entities().isEntity(type)) {
            jpa.error(
                    DiagnosticCode.JPA_TARGET,
                    relation.site("targetEntity"),
                    "the target " + type + " of " + Annotations.written(relation) + " is not an entity",
                    "use a class that carries @Entity, or remove the annotation");
        } else if (target.isEmpty()) {
            jpa.error(
                    DiagnosticCode.JPA_TARGET,
                    relation.site("targetEntity"),
                    "the entity " + type + " is not part of this schema",
                    "compile its module with Tenon's processor, and without migrations of its own");
        }
        return target;
    }

    /** Whether the other side owns the columns; reports a missing attribute on the other side. */
    boolean isInverse(AnnotationUse relation, EntityClass target) {
        Optional<String> owner = relation.optionalText("mappedBy").map(String::strip);
        if (owner.isPresent() && find(target, owner.get()).isEmpty()) {
            jpa.error(
                    DiagnosticCode.JPA_TARGET,
                    relation.site("mappedBy"),
                    target + " has no attribute '" + owner.get() + "'",
                    "name the attribute of " + target + " that owns the relationship");
        }
        return owner.isPresent();
    }

    /** The attribute of the entity; dots separate the names of embedded attributes. */
    Optional<PersistentAttribute> find(EntityClass entity, String path) {
        Iterable<PersistentAttribute> members = entity.allMembers();
        Optional<PersistentAttribute> found = Optional.empty();
        for (String part : path.split("\\.", -1)) {
            found = java.util.stream.StreamSupport.stream(members.spliterator(), false)
                    .filter(member -> member.name().equals(part))
                    .findFirst();
            if (found.isEmpty()) {
                return found;
            }
            members = found.get().type() instanceof DeclaredType type && type.asElement() instanceof TypeElement
                    ? jpa.entities().embedded(type, found.get())
                    : java.util.List.of();
        }
        return found;
    }
}
