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
final class DetachedServer {
    private final Path folder;
    private final Path recordFile;

    private DetachedServer(Path folder) {
        this.folder = folder;
        this.recordFile = folder.resolve("note");
    }

    static DetachedServer of(Map<String, String> environment) throws IOException {
        Path folder = CacheFolder.choose(environment).resolve("kept");
        Files.createDirectories(folder);
        return new DetachedServer(folder);
    }

    /** Starts the server unless it runs; returns the line with its URLs and the command that stops it. */
    String start(ServerCommandArguments arguments) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Optional<DetachedServerRecord> running =
                    DetachedServerRecord.read(recordFile).filter(DetachedServerRecord::isAlive);
            DetachedServerRecord started = running.isPresent() ? running.get() : launch(arguments);
            return started.urls() + "\nstop it with: kill " + started.process();
        }
    }

    /** Stops the server and waits until its data is deleted; returns a message. */
    String stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = DetachedServerRecord.read(recordFile).flatMap(DetachedServerRecord::handle);
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
        Files.deleteIfExists(recordFile);
        return "stopped";
    }

    private DetachedServerRecord launch(ServerCommandArguments arguments) throws IOException {
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
                ServerCommand.class.getName()));
        command.addAll(arguments.ofDetachedProcess());
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
            return DetachedServerRecord.write(recordFile, process.toHandle(), urls);
        }
    }
}
