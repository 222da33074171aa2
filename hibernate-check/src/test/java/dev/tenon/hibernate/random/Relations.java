package dev.tenon.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Relations between entities, and collections of values. */
final class Relations {

    private final Dice dice;
    private final BasicAttributes basic;

    Relations(Dice dice, BasicAttributes basic) {
        this.dice = dice;
        this.basic = basic;
    }

    /** An entity that relations may refer to. */
    record Target(ClassSource source, Keys.Form key) {

        boolean isSimple() {
            return key != Keys.Form.EMBEDDED && key != Keys.Form.ID_CLASS;
        }
    }

    void add(ClassSource source, Target own, Target target) {
        String name = basic.name(source);
        switch (dice.below(10)) {
            case 0, 1, 2 -> toOne("ManyToOne", source, target, name);
            case 3 -> toOne("OneToOne", source, target, name);
            case 4 -> bidirectional(source, target, name);
            case 5 -> oneToMany(source, own, target, name);
            case 6 -> manyToMany(source, target, name);
            case 7 -> mapOfEntities(source, target, name);
            default -> values(source, name);
        }
    }

    private void toOne(String relation, ClassSource source, Target target, String name) {
        List<String> uses = new ArrayList<>();
        uses.add("@" + relation + dice.of("", "", "(optional = false)", "(fetch = FetchType.LAZY)"));
        if (target.isSimple() && dice.chance(40)) {
            List<String> parts = new ArrayList<>();
            if (dice.chance(60)) {
                parts.add("name = \"" + dice.of("fk_" + name, "Fk" + name) + "\"");
            }
            if (dice.chance(40)) {
                parts.add("nullable = " + (source.isNullable() ? "true" : dice.of("true", "false")));
            }
            if (dice.chance(15)) {
                parts.add("unique = true");
            }
            if (dice.chance(20)) {
                parts.add("foreignKey = @ForeignKey("
                        + dice.of("name = \"the_" + name + "\"", "ConstraintMode.NO_CONSTRAINT") + ")");
            }
            uses.add("@JoinColumn(" + String.join(", ", parts) + ")");
        } else if (dice.chance(10)) {
            uses.add("@JoinTable" + dice.of("", "(name = \"jt_" + name + "\")"));
        }
        boolean joined = uses.get(uses.size() - 1).startsWith("@JoinTable");
        // With an inverse side, Hibernate gives the other foreign key of a join table the action, too.
        if (!joined && dice.chance(8)) {
            uses.add("@org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction."
                    + dice.of("CASCADE", "SET_NULL") + ")");
        }
        if (dice.chance(6)) {
            uses.add("@org.hibernate.annotations.NotFound(action = org.hibernate.annotations.NotFoundAction.IGNORE)");
        }
        source.add(uses, target.source().name(), name);
    }

    private void bidirectional(ClassSource source, Target target, String name) {
        toOne("ManyToOne", source, target, name);
        target.source()
                .add(
                        List.of("@OneToMany(mappedBy = \"" + name + "\")"),
                        dice.of("List", "Set", "Collection") + "<" + source.name() + ">",
                        basic.name(target.source()) + "Back");
    }

    private void oneToMany(ClassSource source, Target own, Target target, String name) {
        List<String> uses = new ArrayList<>(List.of("@OneToMany"));
        String collection = dice.of("List", "Set", "Collection");
        if (own.isSimple() && dice.chance(45)) {
            uses.add("@JoinColumn(name = \"owner_" + name + "\"" + dice.of("", ", nullable = false") + ")");
        } else if (dice.chance(30)) {
            uses.add("@JoinTable(name = \"jt_" + name + "\")");
        }
        ordered(uses, collection, name);
        source.add(uses, collection + "<" + target.source().name() + ">", name);
    }

    private void ordered(List<String> uses, String collection, String name) {
        if (collection.equals("List") && dice.chance(40)) {
            uses.add("@OrderColumn" + dice.of("", "(name = \"pos_" + name + "\")"));
        }
    }

    private void manyToMany(ClassSource source, Target target, String name) {
        List<String> uses = new ArrayList<>(List.of("@ManyToMany"));
        String collection = dice.of("List", "Set", "Set");
        if (dice.chance(40)) {
            uses.add("@JoinTable(name = \"mm_" + name + "\""
                    + (dice.chance(40) && target.isSimple()
                            ? ", inverseJoinColumns = @JoinColumn(name = \"inv_" + name + "\")"
                            : "")
                    + ")");
        }
        ordered(uses, collection, name);
        source.add(uses, collection + "<" + target.source().name() + ">", name);
        if (dice.chance(40)) {
            target.source()
                    .add(
                            List.of("@ManyToMany(mappedBy = \"" + name + "\")"),
                            "Set<" + source.name() + ">",
                            basic.name(target.source()) + "Inv");
        }
    }

    private void mapOfEntities(ClassSource source, Target target, String name) {
        List<String> uses = new ArrayList<>(List.of(dice.of("@ManyToMany", "@OneToMany")));
        String key = dice.of("String", "Integer", "Color");
        uses.add(dice.of("@MapKeyColumn(name = \"key_" + name + "\")", "@MapKeyColumn", "@MapKeyColumn(length = 20)"));
        if (key.equals("Color")) {
            uses.add(dice.of("@MapKeyEnumerated(EnumType.STRING)", "@MapKeyEnumerated"));
        }
        source.add(uses, "Map<" + key + ", " + target.source().name() + ">", name);
    }

    private void values(ClassSource source, String name) {
        List<String> uses = new ArrayList<>(List.of("@ElementCollection"));
        String collection = dice.of("List", "Set", "Map");
        String value = dice.of("String", "Integer", "UUID", "Color", "Money", "java.time.LocalDate");
        if (dice.chance(35)) {
            uses.add("@CollectionTable(name = \"ct_" + name + "\")");
        }
        if (!value.equals("Money") && dice.chance(40)) {
            uses.add("@Column(" + dice.of("name = \"val_" + name + "\"", "nullable = false", "length = 99") + ")");
        }
        if (value.equals("Color") && dice.chance(50)) {
            uses.add("@Enumerated(EnumType.STRING)");
        }
        ordered(uses, collection, name);
        String parameters = collection.equals("Map") ? dice.of("String", "Long", "Color") + ", " : "";
        source.add(uses, collection + "<" + parameters + value + ">", name);
    }
}
