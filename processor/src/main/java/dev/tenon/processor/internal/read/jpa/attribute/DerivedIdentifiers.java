package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an entity's key that relationships with {@code @MapsId} map: the columns of the relationship replace
 * those of the part.
 */
public final class DerivedIdentifiers {

    /** No part is mapped by a relationship. */
    public static final DerivedIdentifiers NONE = new DerivedIdentifiers(Map.of());

    private final Map<String, PersistentAttribute> byPath;
    private final Set<PersistentAttribute> met = new HashSet<>();

    private DerivedIdentifiers(Map<String, PersistentAttribute> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** The mapped parts among the attributes of an entity. */
    public static DerivedIdentifiers in(List<PersistentAttribute> members) {
        Map<String, PersistentAttribute> byPath = new HashMap<>();
        for (PersistentAttribute member : members) {
            for (AnnotationUse use : member.marks().all("MapsId")) {
                String path = use.text("value").strip();
                members.stream()
                        .filter(each -> each.marks().hasAny("Id", "EmbeddedId"))
                        .findFirst()
                        .ifPresent(id -> byPath.put(path.isEmpty() ? id.name() : id.name() + "." + path, member));
            }
        }
        return byPath.isEmpty() ? NONE : new DerivedIdentifiers(byPath);
    }

    /** Whether a relationship maps this attribute. */
    public boolean isTakenOver(AttributeContext where, PersistentAttribute member) {
        return byPath.containsKey(where.path() + member.name());
    }

    /** Whether a relationship maps the attribute as the whole key, so that nothing generates it. */
    public boolean isWholeKey(PersistentAttribute member) {
        return byPath.containsKey(member.name());
    }

    /** The relationship that maps this attribute. */
    public PersistentAttribute by(AttributeContext where, PersistentAttribute member) {
        PersistentAttribute relation = byPath.getOrDefault(where.path() + member.name(), member);
        met.add(relation);
        return relation;
    }

    /** Whether the relationship maps a part of the key, so that its columns are in the key. */
    public boolean takesOver(PersistentAttribute member) {
        return byPath.containsValue(member);
    }

    /** The relationships that name no part of the key. */
    public List<PersistentAttribute> idle() {
        return byPath.values().stream().filter(member -> !met.contains(member)).toList();
    }
}
