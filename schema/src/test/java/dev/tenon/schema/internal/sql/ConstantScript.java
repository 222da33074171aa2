package dev.tenon.schema.internal.sql;

import java.util.List;
import java.util.Random;

/** Generates random valid scripts of {@code SELECT} statements over constants with every kind of quotes. */
final class ConstantScript {

    private static final List<String> PIECES = List.of(
            ";", "'", "\"", "$", "$$", "$a$", "--", "/*", "*/", "\\", "\n", "\r\n", " ", "E'", "(", ")", "é", "𝄞",
            "a");

    private final Random random;

    ConstantScript(Random random) {
        this.random = random;
    }

    String text() {
        StringBuilder script = new StringBuilder();
        int statements = 1 + random.nextInt(5);
        for (int i = 0; i < statements; i++) {
            script.append(trivia()).append("SELECT");
            int constants = 1 + random.nextInt(4);
            for (int k = 0; k < constants; k++) {
                script.append(k == 0 ? "" : ",")
                        .append(trivia())
                        .append(constant())
                        .append(trivia());
            }
            script.append(';');
        }
        return script.append(trivia()).toString();
    }

    private String constant() {
        return switch (random.nextInt(5)) {
            case 0 -> plain();
            case 1 ->
                escaped()
                        + (random.nextBoolean()
                                ? ""
                                : " -- x ; '\n\t" + escaped().substring(1));
            case 2 -> plain() + "\n" + plain();
            case 3 -> dollarQuoted();
            default -> "1 AS \"" + (soup() + "x").replace("\"", "\"\"") + "\"";
        };
    }

    private String plain() {
        return "'" + soup().replace("'", "''") + "'";
    }

    private String escaped() {
        return "E'" + soup().replace("\\", "\\\\").replace("'", random.nextBoolean() ? "\\'" : "''") + "'";
    }

    private String dollarQuoted() {
        String tag = List.of("$$", "$a$", "$B_1$", "$é$").get(random.nextInt(4));
        String body = soup().replace(tag, "");
        return tag + body.replaceAll("\\$+$", "").replace(tag, "") + " " + tag;
    }

    private String trivia() {
        return switch (random.nextInt(5)) {
            case 0 -> "\n";
            case 1 -> " -- " + soup().replaceAll("[\r\n]", "") + "\n";
            case 2 -> " /* " + soup().replaceAll("[*/]", "") + "/* ; ' */ */";
            default -> " ";
        };
    }

    private String soup() {
        StringBuilder soup = new StringBuilder();
        random.ints(random.nextInt(7), 0, PIECES.size()).forEach(i -> soup.append(PIECES.get(i)));
        return soup.toString();
    }
}
