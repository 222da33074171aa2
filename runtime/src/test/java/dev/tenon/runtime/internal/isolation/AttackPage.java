package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.isolation.AttackTest.TriedAttack;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of the page on attacks. */
final class AttackPage {

    private static final String HEADER =
            "| attack | what is set up | gets | if declared | `verify` | `verify --isolation` |\n";

    private AttackPage() {}

    /** Returns the page with a new table. */
    static String update(String page, List<TriedAttack> attacks) {
        return page.substring(0, page.indexOf(HEADER)) + HEADER + "| --- | --- | --- | --- | --- | --- |\n"
                + attacks.stream().map(AttackPage::line).collect(Collectors.joining());
    }

    /**
     * Returns the page without what rules and verify report, which is only found out when the page is written. A path that two
     * roles have begins with either of them.
     */
    static String comparable(String page) {
        return page.replaceAll("(?m) \\| [^|]* \\| [^|]* \\| ([^|]*) \\|$", " | $1 |")
                .replace("$login", "$app");
    }

    private static String line(TriedAttack tried) {
        return "| " + tried.attack().title()
                + " | " + code(tried.attack().setup())
                + " | " + gain(tried)
                + " | " + tried.refusals().stream().map(AttackPage::rule).collect(Collectors.joining(", "))
                + " | "
                + tried.drift().stream().findFirst().map(AttackPage::code).orElse("")
                + " | " + path(tried) + " |\n";
    }

    private static String rule(String code) {
        return "[" + code + "](../rules/" + code + ".md)";
    }

    private static String gain(TriedAttack tried) {
        return switch (tried.attack().gain()) {
            case LEAK -> tried.loot().changed() ? "changes rows of others" : "sees rows of others";
            case RIGHT -> "a right";
            case HARMLESS -> "nothing";
        };
    }

    private static String path(TriedAttack tried) {
        if (tried.harmless()) {
            return tried.leaks().isEmpty()
                    ? "no leak"
                    : "**no leak, but reported:** " + code(tried.leaks().get(0));
        }
        return tried.leaks().stream().findFirst().map(AttackPage::code).orElse("**not found**");
    }

    private static String code(String text) {
        return "<code>" + text.replaceAll("\\s+", " ").replace("|", "&#124;").replace("<", "&lt;") + "</code>";
    }
}
