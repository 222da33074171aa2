package dev.tenon.hibernate.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes entities that a seed decides: keys, attributes, hierarchies, embeddables and relations of every kind. */
public final class RandomEntities {

    private static final List<String> NAMES =
            List.of("Customer", "OrderLine", "Invoice", "URLEntry", "Tag", "PriceList2", "Address", "User", "Group");

    private final Dice dice;
    private final Map<String, ClassSource> classes = new LinkedHashMap<>();
    private final BasicAttributes basic;
    private final Keys keys;
    private final Relations relations;
    private final List<Relations.Target> targets = new ArrayList<>();

    private RandomEntities(long seed) {
        dice = new Dice(seed);
        basic = new BasicAttributes(dice);
        keys = new Keys(dice, classes);
        relations = new Relations(dice, basic);
    }

    /** Writes the sources into an empty folder. */
    public static void write(long seed, Path folder) throws IOException {
        RandomEntities model = new RandomEntities(seed);
        model.build();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("Color.java"), "package app;\n\npublic enum Color { RED, GREEN, BLUE }\n");
        for (ClassSource each : model.classes.values()) {
            Files.writeString(folder.resolve(each.name() + ".java"), each.text());
        }
    }

    private void build() {
        embeddables();
        int count = dice.between(2, 4);
        int first = dice.below(NAMES.size());
        for (int i = 0; i < count; i++) {
            entity(NAMES.get((first + i) % NAMES.size()));
        }
        for (Relations.Target own : List.copyOf(targets)) {
            for (int i = dice.between(0, 2); i > 0; i--) {
                relations.add(own.source(), own, dice.of(targets));
            }
        }
    }

    private void embeddables() {
        boolean properties = dice.chance(20);
        ClassSource currency = new ClassSource("Rate", classes.size(), properties);
        currency.annotate("@Embeddable");
        basic.addTo(currency, 1);
        classes.put(currency.name(), currency);
        ClassSource money = new ClassSource("Money", classes.size(), properties);
        money.annotate("@Embeddable");
        money.add(dice.chance(50) ? List.of("@Column(nullable = false)") : List.of(), "long", "cents");
        money.add(List.of(), "String", "currencyCode");
        if (dice.chance(30)) {
            money.add(dice.chance(50) ? List.of("@Embedded") : List.of(), "Rate", "rate");
        }
        classes.put(money.name(), money);
    }

    private void entity(String name) {
        ClassSource source = new ClassSource(name, classes.size(), dice.chance(20));
        classes.put(name, source);
        source.annotate("@Entity" + (dice.chance(10) ? "(name = \"E" + name + "\")" : ""));
        Keys.Form form = keys.form();
        if (dice.chance(20) && form != Keys.Form.ID_CLASS) {
            ClassSource base = new ClassSource(name + "Base", classes.size(), source.hasPropertyAccess());
            base.annotate("@MappedSuperclass");
            base.makeAbstract();
            classes.put(base.name(), base);
            keys.addTo(base, form);
            basic.addTo(base, dice.between(0, 2));
            source.extend(base.name());
        } else {
            keys.addTo(source, form);
        }
        if (dice.chance(30)) {
            table(source);
        }
        basic.addTo(source, dice.between(1, 4));
        if (dice.chance(25)) {
            embed(source);
        }
        if (dice.chance(20)) {
            source.add(List.of("@Version"), dice.of("int", "Long", "java.time.Instant"), "version");
        }
        targets.add(new Relations.Target(source, form));
        if (dice.chance(30)) {
            hierarchy(source, form);
        }
    }

    private void table(ClassSource source) {
        String name = "t_" + source.name();
        String key = dice.of(
                "",
                ", indexes = @Index(name = \"ix_" + name + "\", columnList = \"extra_a, extra_b\""
                        + dice.of(")", ", unique = true)"),
                ", uniqueConstraints = @UniqueConstraint(columnNames = {\"extra_b\", \"extra_a\"})");
        if (!key.isEmpty()) {
            source.add(List.of("@Column(name = \"extra_a\")"), "String", "extraA");
            source.add(List.of("@Column(name = \"extra_b\")"), "Integer", "extraB");
        }
        source.annotate("@Table(name = \"" + name + "\"" + dice.of("", ", comment = \"it's\"") + key + ")");
        if (dice.chance(30)) {
            source.annotate("@SecondaryTable(name = \"s_" + source.name() + "\")");
            source.add(List.of("@Column(table = \"s_" + source.name() + "\")"), "String", "second");
        }
    }

    private void embed(ClassSource source) {
        String name = basic.name(source);
        source.add(dice.chance(50) ? List.of("@Embedded") : List.of(), "Money", name);
        if (dice.chance(50)) {
            source.add(
                    List.of(
                            "@AttributeOverride(name = \"cents\", column = @Column(name = \"other_cents\"))",
                            "@AttributeOverride(name = \"currencyCode\", column = @Column(name = \"other_code\", length = 3))"),
                    "Money",
                    basic.name(source));
        }
    }

    private void hierarchy(ClassSource root, Keys.Form form) {
        String strategy = dice.of("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
        root.annotate("@Inheritance(strategy = InheritanceType." + strategy + ")");
        if (!strategy.equals("TABLE_PER_CLASS") && dice.chance(40)) {
            root.annotate("@DiscriminatorColumn("
                    + dice.of("name = \"kind\"", "discriminatorType = DiscriminatorType.INTEGER", "length = 5") + ")");
        }
        if (dice.chance(30)) {
            root.makeAbstract();
        }
        for (int i = dice.between(1, 2); i > 0; i--) {
            ClassSource child = new ClassSource(root.name() + "Kind" + i, classes.size(), root.hasPropertyAccess());
            child.annotate("@Entity");
            child.extend(root.name());
            if (strategy.equals("SINGLE_TABLE")) {
                child.makeNullable();
                basic.addNullableTo(child, dice.between(0, 2));
            } else {
                basic.addTo(child, dice.between(0, 2));
            }
            classes.put(child.name(), child);
            targets.add(new Relations.Target(child, form));
        }
    }
}
