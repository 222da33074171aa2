package dev.tenon.processor.read.jpa;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the primary keys of entities, which referencing columns follow; each key is computed once. */
final class Keys {

    private final Workbench bench;
    private final Map<EntityClass, List<KeyColumn>> known = new HashMap<>();
    private final Set<EntityClass> begun = new HashSet<>();

    Keys(Workbench bench) {
        this.bench = bench;
    }

    /** The columns of the entity's primary key in its table; none if there is no key, which is reported. */
    List<KeyColumn> of(EntityClass entity) {
        List<KeyColumn> key = known.get(entity);
        if (key == null) {
            if (!begun.add(entity)) {
                circle(entity);
                return List.of();
            }
            key = entity.strategy() == Strategy.JOINED && entity.parent().isPresent()
                    ? joined(entity, of(entity.parent().get()))
                    : own(entity);
            known.put(entity, key);
        }
        return key;
    }

    /** The column of that name outside the key that a foreign key may reference. */
    Optional<KeyColumn> other(EntityClass entity, String column) {
        Fragment fragment = new Fragment();
        List<Member> singles = entity.allMembers().stream()
                .filter(member ->
                        !member.marks().hasAny("ManyToOne", "OneToOne", "OneToMany", "ManyToMany", "ElementCollection"))
                .toList();
        Where where = Where.in(entity, entity.table(), Overrides.NONE, false);
        new Walker(bench, this).walk(singles, where, Derived.NONE, fragment);
        return fragment.columns().stream()
                .filter(each -> each.column().equals(column))
                .flatMap(each -> each.basis().type().map(type -> new KeyColumn(column, type)).stream())
                .findFirst();
    }

    private List<KeyColumn> own(EntityClass entity) {
        EntityClass root = entity.root();
        List<Member> members = root.members().stream()
                .filter(member -> member.marks().hasAny("Id", "EmbeddedId", "MapsId"))
                .toList();
        Fragment fragment = new Fragment();
        Overrides overrides = Overrides.NONE;
        for (var each : root.own()) {
            overrides = Overrides.on(bench.lookup().of(each), bench.overrides()).over(overrides);
        }
        new Walker(bench, this)
                .walk(members, Where.in(root, entity.table(), overrides, false), Derived.in(members), fragment);
        List<KeyColumn> key = fragment.columns().stream()
                .filter(Mapped::key)
                .flatMap(each -> each.basis().type().map(type -> new KeyColumn(each.column(), type)).stream())
                .toList();
        if (members.stream().noneMatch(member -> member.marks().hasAny("Id", "EmbeddedId"))) {
            bench.error(
                    Code.JPA_KEY,
                    Site.of(entity.element()),
                    entity + " has no primary key",
                    "put @Id or @EmbeddedId on the attribute that identifies it");
        }
        return key;
    }

    private List<KeyColumn> joined(EntityClass entity, List<KeyColumn> above) {
        List<String> names = new PrimaryKeyJoins(bench).names(entity.marks(), above, Site.of(entity.element()));
        List<KeyColumn> key = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            key.add(new KeyColumn(names.get(i), above.get(i).type()));
        }
        return key;
    }

    private void circle(EntityClass entity) {
        bench.error(
                Code.JPA_KEY,
                Site.of(entity.element()),
                "the primary key of " + entity + " consists of references that form a cycle",
                "give one of the entities its own key");
    }
}
