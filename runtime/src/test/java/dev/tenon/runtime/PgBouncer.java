package dev.tenon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Debian's PgBouncer, installed or unpacked, in front of a test's server. */
final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;
    private final PGSimpleDataSource server;

    private PgBouncer(Process process, int port, PGSimpleDataSource server) {
        this.process = process;
        this.port = port;
        this.server = server;
    }

    /**
     * Returns the program, unpacked from Debian's package if it is not installed; empty if neither is possible.
     *
     * @param folder the folder to unpack it into
     */
    static Optional<Path> program(Path folder) throws IOException, InterruptedException {
        Optional<Path> installed = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return installed.isPresent() ? installed : unpacked(folder);
    }

    private static Optional<Path> unpacked(Path folder) throws IOException, InterruptedException {
        Path script = folder.resolve("pgbouncer.sh");
        try (InputStream text = PgBouncer.class.getResourceAsStream("pgbouncer.sh")) {
            Files.copy(Objects.requireNonNull(text), script);
        }
        Path target = folder.resolve("pgbouncer");
        Process process = new ProcessBuilder("sh", script.toString(), target.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        Path program = target.resolve("usr/sbin/pgbouncer");
        if (process.waitFor() != 0 || !Files.isExecutable(program)) {
            System.out.println(
                    "tenon: PgBouncer is not installed and could not be unpacked, so it was NOT tested that it is"
                            + " refused in transaction mode; apt-get install pgbouncer\n" + output);
            return Optional.empty();
        }
        return Optional.of(program);
    }

    /** Returns the libraries that were unpacked with the program. */
    private static String libraries(Path program) throws IOException {
        Path root = program.resolve("../../lib").normalize();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    /**
     * Starts PgBouncer.
     *
     * @param mode {@code session} or {@code transaction}
     * @param server the server, with the only user that may connect through PgBouncer
     * @param folder a folder that every user may read
     */
    static PgBouncer start(Path program, String mode, PGSimpleDataSource server, Path folder) throws Exception {
        int port = freePort();
        Path users =
                secret(folder.resolve("users.txt"), "\"" + server.getUser() + "\" \"" + server.getPassword() + "\"\n");
        Path configuration = secret(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getServerNames()[0],
                        server.getPortNumbers()[0],
                        server.getUser(),
                        server.getPassword(),
                        port,
                        users,
                        mode));
        List<String> command = new ArrayList<>(List.of(program.toString(), configuration.toString()));
        if (isRoot()) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries(program));
        Process process = builder.start();
        PgBouncer bouncer = new PgBouncer(process, port, server);
        try {
            bouncer.await(folder.resolve("pgbouncer.log"));
            return bouncer;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            bouncer.close();
            throw failed;
        }
    }

    /** Writes a file that only PgBouncer's user may read. */
    private static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, UTF_8);
        if (isRoot()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        return file;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Returns the URL for the JDBC driver. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + server.getUser() + "&password="
                + server.getPassword();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void await(Path log) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200 && process.isAlive(); attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("PgBouncer did not start:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
