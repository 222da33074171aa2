package dev.tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged executable needs only a JDK. */
class TenonJarIT {

    private static final Path JAR = Path.of("target/tenon.jar").toAbsolutePath();
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path temp;

    @Test
    void versionNeedsOnlyTheJar() throws Exception {
        assertThat(java("--version")).matches("0 tenon \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void anUnknownOptionIsAUsageError() throws Exception {
        assertThat(java("--nonsense")).startsWith("2 Unknown option: '--nonsense'");
    }

    @Test
    void theJarIsExecutableUnderAnyName() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("a folder $HOME `echo`"));
        Path link = Files.createSymbolicLink(folder.resolve("tenon"), JAR);
        assertThat(run(link, List.of("--version"))).isEqualTo(java("--version"));
        assertThat(run(link, List.of("two words", "*"))).isEqualTo(java("two words", "*"));
        assertThat(run(link, List.of("--nonsense"))).startsWith("2 ");
        Files.delete(link);
    }

    @Test
    void aClassDataArchiveIsWrittenAndAnInvalidOneIsIgnored() throws Exception {
        Path program = Files.copy(JAR, temp.resolve("tenon.jar"));
        Path archive = Files.createFile(temp.resolve("tenon.jsa"));
        String expected = run(program, List.of("--version"));
        assertThat(expected).isEqualTo(java("--version"));
        assertThat(archive).isNotEmptyFile();
        byte[] written = Files.readAllBytes(archive);
        assertThat(run(program, List.of("--version"))).isEqualTo(expected);
        assertThat(archive).hasBinaryContent(written);
        Files.writeString(archive, "not an archive");
        assertThat(run(program, List.of("--version"))).isEqualTo(expected);
    }

    private static String java(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        return run(HOME.resolve("bin").resolve("java"), command);
    }

    private static String run(Path program, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", HOME.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + output;
    }
}
