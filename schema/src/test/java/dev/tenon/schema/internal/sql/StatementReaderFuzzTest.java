package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.sql.parse.SqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Random scripts are separated into the statements from which they were composed. */
class StatementReaderFuzzTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(300)
    void theStatementsThatWentInComeOut() {
        List<String> statements = new ArrayList<>();
        StringBuilder script = new StringBuilder(trivia());
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String statement = statement();
            statements.add(statement);
            script.append(statement).append(trivia()).append(i == count - 1 && random.nextBoolean() ? "" : end());
            script.append(trivia());
        }
        assertThat(Scripts.texts(script.toString()))
                .as("seed %d, script:%n%s", seed, script)
                .isEqualTo(statements);
    }

    @RepeatedTest(300)
    void anyTextIsReadOrRefusedButNeverLost() {
        String alphabet = "'\"$$;-/*\n\r\\eEab1é() \t&uU\u00a0𝄞";
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(60), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        try {
            String code = text.toString().replaceAll("[;\\s]", "");
            String read = String.join("", Scripts.texts(text.toString())).replaceAll("[;\\s]", "");
            boolean comments = code.contains("--") || code.contains("/*");
            assertThat(comments ? code.length() : read.length())
                    .as("seed %d, text:%n%s", seed, text)
                    .isEqualTo(code.length());
        } catch (SqlSyntaxException refused) {
            assertThat(refused.at().offset())
                    .as("seed %d, text:%n%s", seed, text)
                    .isBetween(0L, (long) text.length());
        }
    }

    private String statement() {
        StringBuilder statement = new StringBuilder(word());
        int atoms = random.nextInt(8);
        for (int i = 0; i < atoms; i++) {
            statement.append(trivia()).append(atom(0));
        }
        return statement.toString();
    }

    private String atom(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> word();
            case 1 -> "'" + soup().replace("'", "''") + "'";
            case 2 -> "E'" + soup().replace("\\", "\\\\").replace("'", random.nextBoolean() ? "\\'" : "''") + "' ||";
            case 3 -> "\"" + soup().replace("\"", "\"\"") + "\"";
            case 4 -> dollarQuoted();
            case 5 ->
                List.of("1", "1.5e3", "<>", "$1", "::", ",", "/", "*", "-").get(random.nextInt(9));
            case 6 ->
                "(" + trivia() + atom(depth + 1) + trivia() + List.of("", ";").get(random.nextInt(2)) + ")";
            default -> "f[" + atom(depth + 1) + "]";
        };
    }

    private String dollarQuoted() {
        String tag = List.of("$$", "$a$", "$body_1$", "$é$").get(random.nextInt(4));
        return tag + soup().replace(tag, "").replace("$", "") + (random.nextBoolean() ? "" : ";$x$;") + tag;
    }

    private String word() {
        return List.of("SELECT", "begin", "END", "e", "u", "a$b$", "été", "atomic", "x_1", "CASE")
                .get(random.nextInt(10));
    }

    private String soup() {
        List<String> pieces = List.of(
                ";",
                "'",
                "\"",
                "$",
                "$$",
                "--",
                "/*",
                "*/",
                "\\",
                "\n",
                " ",
                "a",
                "(",
                ")",
                "--> statement-breakpoint\n");
        StringBuilder soup = new StringBuilder();
        random.ints(random.nextInt(6), 0, pieces.size()).forEach(i -> soup.append(pieces.get(i)));
        return soup.toString();
    }

    /**
     * At least one blank, so that neighbouring tokens stay separate; none at a line end, where the reader removes it.
     */
    private String trivia() {
        return switch (random.nextInt(6)) {
            case 0 -> "\n";
            case 1 -> (" -- " + soup().replace("\n", "")).stripTrailing() + "\n";
            case 2 -> (" /* " + soup().replaceAll("[*/]", "") + " */ ").replaceAll(" +\n", "\n");
            case 3 -> " /* a /* ; ' */ */ ";
            default -> " ";
        };
    }

    private String end() {
        return switch (random.nextInt(3)) {
            case 0 -> "\n--> statement-breakpoint\n";
            case 1 -> ";--> statement-breakpoint\n";
            default -> ";";
        };
    }
}
