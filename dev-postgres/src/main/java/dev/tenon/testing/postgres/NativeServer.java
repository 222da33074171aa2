package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A local server process that lives as long as the pipe to its guard, {@code serve.sh}. */
final class NativeServer {
    private static final int PORTS_TO_TRY = 5;
    private static final String HOST = "127.0.0.1";

    private final Process guard;
    private final ServerAddress address;

    private NativeServer(Process guard, ServerAddress address) {
        this.guard = guard;
        this.address = address;
    }

    /**
     * Starts a server with an empty data folder and a random password on a free port of the loopback interface; returns when
     * it accepts connections.
     *
     * @param binaries its binaries
     * @param cache the folder for the guard's script
     * @param data the parent of its data folder
     * @param options the settings of the server, as options of the command {@code postgres}
     */
    static NativeServer start(Path binaries, Path cache, Path data, List<String> options) throws IOException {
        String script = ShellScript.named("serve.sh").in(cache).toString();
        ServerPassword password = ServerPassword.random();
        String log = "";
        for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            int port = freePort();
            // In its own session, so that Ctrl-C in the terminal reaches the JVM but not the guard.
            List<String> command = new ArrayList<>(
                    List.of("setsid", "sh", script, binaries.toString(), data.toString(), String.valueOf(port)));
            command.addAll(options);
            Process guard = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Over the pipe, because other users see the arguments of a process.
            try {
                guard.getOutputStream().write((password.scramVerifier() + "\n").getBytes(UTF_8));
                guard.getOutputStream().flush();
            } catch (IOException ended) {
                // What it printed tells why.
            }
            BufferedReader output = guard.inputReader(UTF_8);
            String first = output.readLine();
            if (first != null && first.startsWith("ready ")) {
                return new NativeServer(guard, ServerAddress.started(HOST, port, password));
            }
            log = first + output.lines().collect(Collectors.joining("\n", "\n", ""));
            if (!log.contains("could not bind")) {
                break;
            }
        }
        throw new IOException("the server did not start:\n" + log);
    }

    ServerAddress address() {
        return address;
    }

    /** Returns the process that stops the server when this JVM ends, in any way. */
    ProcessHandle guard() {
        return guard.toHandle();
    }

    /** Stops the server and waits until its data is deleted. */
    void stop() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(10, TimeUnit.SECONDS)) {
                guard.destroy();
                guard.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
