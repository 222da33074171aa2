package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Set;

/**
 * What a compilation asks for beyond the meaning of its annotations.
 *
 * @param ignored the annotations to pass over, by simple or full name
 * @param validation whether annotations of Jakarta Validation say what columns hold
 */
public record JpaOptions(Set<String> ignored, boolean validation) {

    public JpaOptions {
        ignored = Set.copyOf(ignored);
    }

    /** Whether the annotation of that full name is passed over. */
    boolean ignores(String name) {
        return ignored.contains(name) || ignored.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
