package dev.tenon.testing.postgres;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Holds a server for a shell script, or starts a detached one; its standard output is for programs. */
public final class ServerCommand {
    private static final String USAGE = """
            usage: serve [--version 15|16|17|18] [--detach]
                   serve stop
              serve           runs a server until standard input ends or SIGTERM comes
              serve --detach  leaves one running, at most one per user, and says how to stop it
              serve stop      stops the one that was left running""";

    private ServerCommand() {}

    /**
     * Prints one line with the server's JDBC URL and its {@code postgres://} URL when it accepts connections.
     *
     * @param arguments see the usage text; the exit code is 0 for success, 1 for failure, 2 for a usage error
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            ServerCommandArguments parsed = ServerCommandArguments.parse(arguments);
            switch (parsed.mode()) {
                case HOLD -> {
                    announce(parsed);
                    while (System.in.read() >= 0) {
                        System.in.skipNBytes(System.in.available());
                    }
                }
                case DETACHED_PROCESS -> {
                    announce(parsed);
                    new CountDownLatch(1).await();
                }
                case DETACH ->
                    System.out.println(DetachedServer.of(System.getenv()).start(parsed));
                case STOP ->
                    System.out.println(DetachedServer.of(System.getenv()).stop());
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("serve: " + e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (PostgresUnavailableException | IOException e) {
            System.err.println("serve: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void announce(ServerCommandArguments arguments) {
        DevPostgres server = arguments.version() == PostgresTest.SHARED
                ? DevPostgres.shared()
                : DevPostgres.version(arguments.version());
        System.out.println(server.jdbcUrl() + " " + server.url());
        System.out.flush();
    }
}
