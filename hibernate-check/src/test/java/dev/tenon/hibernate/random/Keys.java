package dev.tenon.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Primary keys of every form. */
final class Keys {

    /** The forms of a key. */
    enum Form {
        GENERATED,
        UUID,
        ASSIGNED,
        EMBEDDED,
        ID_CLASS
    }

    private final Dice dice;
    private final Map<String, ClassSource> classes;

    Keys(Dice dice, Map<String, ClassSource> classes) {
        this.dice = dice;
        this.classes = classes;
    }

    Form form() {
        return dice.of(
                Form.GENERATED,
                Form.GENERATED,
                Form.GENERATED,
                Form.UUID,
                Form.UUID,
                Form.ASSIGNED,
                Form.EMBEDDED,
                Form.ID_CLASS);
    }

    void addTo(ClassSource source, Form form) {
        List<String> uses = new ArrayList<>(List.of("@Id"));
        String name = dice.of("id", "id", source.name().toLowerCase(java.util.Locale.ROOT) + "Id");
        switch (form) {
            case GENERATED -> {
                uses.add(generator(source));
                column(uses, name);
                source.add(uses, dice.of("Long", "long", "Integer"), name);
            }
            case UUID -> {
                if (dice.chance(70)) {
                    uses.add("@GeneratedValue(strategy = GenerationType." + dice.of("UUID", "AUTO") + ")");
                }
                column(uses, name);
                source.add(uses, "UUID", name);
            }
            case ASSIGNED -> {
                column(uses, name);
                source.add(uses, dice.of("String", "String", "java.math.BigInteger", "java.time.LocalDate"), name);
            }
            case EMBEDDED -> {
                ClassSource key = keyClass(source, "@Embeddable");
                String second = part(key, "partB");
                part(key, "partA");
                List<String> embedded = new ArrayList<>(List.of("@EmbeddedId"));
                if (dice.chance(30)) {
                    embedded.add("@AttributeOverride(name = \"" + second + "\", column = @Column(name = \"over_b\"))");
                }
                source.add(embedded, key.name(), "id");
            }
            case ID_CLASS -> {
                ClassSource key = keyClass(source, "");
                source.annotate("@IdClass(" + key.name() + ".class)");
                for (String each : List.of("two", "one")) {
                    String type = dice.of("String", "Long", "UUID");
                    key.add(List.of(), type, each);
                    source.add(uses, type, each);
                }
            }
        }
    }

    private ClassSource keyClass(ClassSource source, String annotation) {
        ClassSource key = new ClassSource(source.name() + "Key", classes.size(), source.hasPropertyAccess());
        key.implement("java.io.Serializable");
        if (!annotation.isEmpty()) {
            key.annotate(annotation);
        }
        classes.put(key.name(), key);
        return key;
    }

    private String part(ClassSource key, String name) {
        List<String> uses = new ArrayList<>();
        if (dice.chance(30)) {
            uses.add("@Column(name = \"" + name + "_col\", length = 30)");
        }
        key.add(uses, dice.of("String", "Long", "Integer", "UUID"), name);
        return name;
    }

    private void column(List<String> uses, String name) {
        if (dice.chance(25)) {
            uses.add("@Column(name = \"" + name + "_key\")");
        }
    }

    private String generator(ClassSource source) {
        String named = source.name() + "Seq";
        return switch (dice.below(6)) {
            case 0 -> "@GeneratedValue";
            case 1 -> "@GeneratedValue(strategy = GenerationType.SEQUENCE)";
            case 2 -> "@GeneratedValue(strategy = GenerationType.IDENTITY)";
            case 3 -> "@GeneratedValue(strategy = GenerationType.TABLE)";
            case 4 ->
                "@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"" + named
                        + "\") @SequenceGenerator(name = \"" + named + "\", sequenceName = \""
                        + dice.of("my_" + named, named)
                        + "\", allocationSize = " + dice.of("1", "50", "7") + ", initialValue = " + dice.of("1", "100")
                        + ")";
            default ->
                "@GeneratedValue(strategy = GenerationType.SEQUENCE) @SequenceGenerator(name = \"" + named + "\")";
        };
    }
}
