package dev.tenon.benchmark.compile;

import dev.tenon.benchmark.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generated project on disk. */
final class Project {

    private final Path folder;
    private final Path sourceList;

    /** Writes the project to the folder. */
    Project(Path folder, Flavour flavour, int entities) throws IOException {
        this.folder = folder;
        Path sources = folder.resolve("src");
        String list = flavour.project(entities)
                .map(file -> file.write(sources).toString())
                .collect(Collectors.joining("\n"));
        sourceList = Files.writeString(folder.resolve("sources.txt"), list);
    }

    /** Compiles the project in its own process, with an empty output folder. */
    Run compile(Contender contender) throws IOException, InterruptedException {
        Path output = folder.resolve("classes");
        Folders.delete(output);
        Files.createDirectories(output);
        Path migrations = folder.resolve("migrations");
        if (!contender.comparesWithMigrations()) {
            Folders.delete(migrations);
            Files.createDirectories(migrations);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ClassPath.of(MeasuredJavac.class),
                MeasuredJavac.class.getName()));
        command.addAll(contender.arguments(output, migrations));
        command.add("@" + sourceList);
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        long wall = (System.nanoTime() - start) / 1_000_000;
        if (code != 0) {
            throw new IOException("javac failed: " + Files.readString(log) + said);
        }
        List<Long> numbers =
                Stream.of(said.strip().split(" ")).map(Long::valueOf).toList();
        return new Run(wall, numbers.get(0), numbers.get(1));
    }
}
