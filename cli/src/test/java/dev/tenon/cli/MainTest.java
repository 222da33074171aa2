package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionIsTheBuildVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("tenon \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: tenon");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--nonsense'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMissingCommandIsAUsageError() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing command");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void explainPrintsThePageOfACode() throws IOException {
        assertThat(run("explain", "tn403")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(Files.readString(Path.of("../docs/rules/TN403.md")).strip());
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TN000", "403", "../TN403", ""})
    void explainRefusesAnUnknownCode(String code) {
        assertThat(run("explain", code)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown code '" + code + "'");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... args) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
