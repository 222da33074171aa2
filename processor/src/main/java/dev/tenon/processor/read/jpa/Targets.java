package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.Annotations;
import dev.tenon.processor.read.Unresolved;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the target entities of relationships. */
final class Targets {

    private final Workbench bench;

    Targets(Workbench bench) {
        this.bench = bench;
    }

    /**
     * The entity that the annotation names, or else the type of the attribute; reports a target that is not an entity.
     */
    Optional<EntityClass> of(AnnotationUse relation, TypeMirror natural, Member member) {
        TypeMirror type = relation.type("targetEntity")
                .filter(named -> named.getKind() != TypeKind.VOID)
                .orElse(natural);
        if (Unresolved.in(type)) {
            bench.context().diagnostics().error(Unresolved.problem(Site.of(member.element()), type.toString()));
            return Optional.empty();
        }
        Optional<EntityClass> target = bench.entities().of(type);
        if (target.isEmpty() && !bench.entities().isEntity(type)) {
            bench.error(
                    Code.JPA_TARGET,
                    relation.site("targetEntity"),
                    "the target " + type + " of " + Annotations.written(relation) + " is not an entity",
                    "use a class that carries @Entity, or remove the annotation");
        } else if (target.isEmpty()) {
            bench.error(
                    Code.JPA_TARGET,
                    relation.site("targetEntity"),
                    "the entity " + type + " is not part of this compilation",
                    "compile it together with this entity");
        }
        return target;
    }

    /** Whether the other side owns the columns; reports a missing attribute on the other side. */
    boolean isInverse(AnnotationUse relation, EntityClass target) {
        Optional<String> owner = relation.optionalText("mappedBy").map(String::strip);
        if (owner.isPresent() && find(target, owner.get()).isEmpty()) {
            bench.error(
                    Code.JPA_TARGET,
                    relation.site("mappedBy"),
                    target + " has no attribute '" + owner.get() + "'",
                    "name the attribute of " + target + " that owns the relationship");
        }
        return owner.isPresent();
    }

    /** The attribute of the entity; dots separate the names of embedded attributes. */
    Optional<Member> find(EntityClass entity, String path) {
        Iterable<Member> members = entity.allMembers();
        Optional<Member> found = Optional.empty();
        for (String part : path.split("\\.", -1)) {
            found = java.util.stream.StreamSupport.stream(members.spliterator(), false)
                    .filter(member -> member.name().equals(part))
                    .findFirst();
            if (found.isEmpty()) {
                return found;
            }
            members = found.get().type() instanceof DeclaredType type && type.asElement() instanceof TypeElement
                    ? bench.entities().embedded(type, found.get())
                    : java.util.List.of();
        }
        return found;
    }
}
