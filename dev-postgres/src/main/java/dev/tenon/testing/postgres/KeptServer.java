package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The detached server of a user: a JVM of its own holds it, so it outlives the command that started it. */
final class KeptServer {
    private final Path folder;
    private final Path note;

    private KeptServer(Path folder) {
        this.folder = folder;
        this.note = folder.resolve("note");
    }

    static KeptServer of(Map<String, String> environment) throws IOException {
        Path folder = CacheFolder.choose(environment).resolve("kept");
        Files.createDirectories(folder);
        return new KeptServer(folder);
    }

    /** Starts the server unless it runs; returns the line with its URLs and the command that stops it. */
    String start(ServeArguments arguments) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Optional<KeptNote> running = KeptNote.read(note).filter(KeptNote::alive);
            KeptNote kept = running.isPresent() ? running.get() : launch(arguments);
            return kept.urls() + "\nstop it with: kill " + kept.process();
        }
    }

    /** Stops the server and waits until its data is deleted; returns a message. */
    String stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = KeptNote.read(note).flatMap(KeptNote::handle);
        if (running.isEmpty()) {
            return "no server was left running";
        }
        ProcessHandle process = running.get();
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("process " + process.pid() + " does not end; kill it", e);
        }
        Files.deleteIfExists(note);
        return "stopped";
    }

    private KeptNote launch(ServeArguments arguments) throws IOException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>();
        if (new File("/usr/bin/setsid").canExecute()) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-D" + DataFolder.PROPERTY + "=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Serve.class.getName()));
        command.addAll(arguments.kept());
        Process process = new ProcessBuilder(command)
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                .redirectError(log.toFile())
                .start();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            String urls = output.readLine();
            System.err.print(Files.readString(log));
            if (urls == null) {
                throw new IOException("the server was not left running");
            }
            return KeptNote.write(note, process.toHandle(), urls);
        }
    }
}
