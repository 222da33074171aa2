package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.internal.sql.parse.ScriptItem;
import dev.tenon.schema.internal.sql.parse.SqlSyntaxException;
import dev.tenon.schema.internal.sql.parse.StatementReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script of any length is read in a small heap; a statement or comment that is too long is an error. */
class LargeScriptTest {

    private static final String STATEMENT =
            "INSERT INTO item (id, name, note) VALUES (1, 'a;b', $$;$$), (2, 'It''s another one', E'\\';'); -- ;\n";
    private static final int STATEMENTS = 2_300_000;

    @Test
    void twoHundredMegabytesAreReadInAHeapOfSixtyFour() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), LargeScriptTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isEqualTo(STATEMENTS + " statements, the last on line " + STATEMENTS);
    }

    /** Runs in the small heap. */
    public static void main(String[] arguments) throws IOException {
        int count = 0;
        int line = 0;
        try (StatementReader reader = new StatementReader(new Repeated(STATEMENT, STATEMENTS))) {
            for (ScriptItem item = reader.next(); item != null; item = reader.next()) {
                count++;
                line = item.line();
            }
        }
        System.out.print(count + " statements, the last on line " + line);
    }

    @Test
    void whatIsLongerThanAStatementMayBeIsRefusedWhereItBegins() {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Scripts.items(new Repeated(";\n/* a;\n", 1_000_000), 100_000))
                .withMessage("line 2, column 1: what begins here has no end within 100000 characters");
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Scripts.items(new Repeated("SELECT\n", 1_000_000), 100_000))
                .withMessageContaining("longer than 100000 characters here; the statement begins on line 1");
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Scripts.items(new Repeated("-- a\n", 1_000_000), 100_000))
                .withMessageContaining("longer than 100000 characters here");
    }

    /** A text repeated many times. */
    private static final class Repeated extends Reader {

        private final String text;
        private long left;

        Repeated(String text, int times) {
            this.text = text;
            this.left = (long) text.length() * times;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int from = (int) ((text.length() - left % text.length()) % text.length());
            int count = (int) Math.min(Math.min(length, text.length() - from), left);
            text.getChars(from, from + count, buffer, offset);
            left -= count;
            return count;
        }

        @Override
        public void close() {}
    }
}
