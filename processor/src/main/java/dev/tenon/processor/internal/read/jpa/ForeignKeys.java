package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The declarations of {@code @ForeignKey} for a relationship.
 *
 * @param wanted whether there is a constraint
 * @param name its declared name, if there is one
 */
record ForeignKeys(boolean wanted, Optional<String> name) {

    /** No constraint. */
    static final ForeignKeys NONE = new ForeignKeys(false, Optional.empty());

    /** Both declarations: there is a constraint if both want one. */
    ForeignKeys with(ForeignKeys other) {
        return new ForeignKeys(wanted && other.wanted, name.or(() -> other.name));
    }

    /**
     * Disables the constraint if the relationship has Hibernate's {@code @NotFound}, because its rows may then
     * reference missing rows.
     */
    ForeignKeys unlessMissing(PersistentAttribute member) {
        boolean mayMiss = member.marks().hibernate("NotFound").isPresent();
        return new ForeignKeys(wanted && !mayMiss, name);
    }

    /**
     * Combines the declarations in that attribute of the annotations: there is no constraint if one of them declares
     * NO_CONSTRAINT, and the first declared name applies.
     */
    static ForeignKeys in(JpaContext jpa, String attribute, List<AnnotationUse> uses) {
        List<AnnotationUse> said = uses.stream()
                .flatMap(use -> jpa.inner(use, attribute).stream())
                .flatMap(use -> Stream.of(use)
                        .filter(each -> !each.mirror().getElementValues().isEmpty()))
                .toList();
        boolean refused = said.stream().anyMatch(use -> use.constant("value").equals("NO_CONSTRAINT"));
        Optional<String> name =
                said.stream().flatMap(use -> use.optionalText("name").stream()).findFirst();
        return new ForeignKeys(!refused, name);
    }
}
