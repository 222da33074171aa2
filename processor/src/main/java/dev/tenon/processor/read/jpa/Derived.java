package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an entity's key that relationships with {@code @MapsId} map: the columns of the relationship replace
 * those of the part.
 */
final class Derived {

    /** No part is mapped by a relationship. */
    static final Derived NONE = new Derived(Map.of());

    private final Map<String, Member> byPath;
    private final Set<Member> met = new HashSet<>();

    private Derived(Map<String, Member> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** The mapped parts among the attributes of an entity. */
    static Derived in(List<Member> members) {
        Map<String, Member> byPath = new HashMap<>();
        for (Member member : members) {
            for (AnnotationUse use : member.marks().all("MapsId")) {
                String path = use.text("value").strip();
                members.stream()
                        .filter(each -> each.marks().hasAny("Id", "EmbeddedId"))
                        .findFirst()
                        .ifPresent(id -> byPath.put(path.isEmpty() ? id.name() : id.name() + "." + path, member));
            }
        }
        return byPath.isEmpty() ? NONE : new Derived(byPath);
    }

    /** Whether a relationship maps this attribute. */
    boolean isTakenOver(Where where, Member member) {
        return byPath.containsKey(where.path() + member.name());
    }

    /** The relationship that maps this attribute. */
    Member by(Where where, Member member) {
        Member relation = byPath.getOrDefault(where.path() + member.name(), member);
        met.add(relation);
        return relation;
    }

    /** Whether the relationship maps a part of the key, so that its columns are in the key. */
    boolean takesOver(Member member) {
        return byPath.containsValue(member);
    }

    /** The relationships that name no part of the key. */
    List<Member> idle() {
        return byPath.values().stream().filter(member -> !met.contains(member)).toList();
    }
}
