package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.util.Elements;

/**
 * What a compilation asks for beyond the meaning of its annotations.
 *
 * @param ignored the annotations to pass over, by simple or full name
 * @param validation whether annotations of Jakarta Validation say what columns hold
 * @param hibernate the line of Hibernate ORM; that on the class path if empty
 */
public record JpaOptions(Set<String> ignored, boolean validation, Optional<HibernateLine> hibernate) {

    public JpaOptions {
        ignored = Set.copyOf(ignored);
    }

    /** The line of Hibernate ORM that runs the entities. */
    public HibernateLine line(Elements elements) {
        return hibernate.orElseGet(() -> HibernateLine.on(elements));
    }

    /** Whether the annotation of that full name is passed over. */
    boolean ignores(String name) {
        return ignored.contains(name) || ignored.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
