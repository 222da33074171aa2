package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listener at a Docker socket that cannot run anything. */
final class ScriptedDockerEngine implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocketChannel listener;

    /**
     * Listens until closed.
     *
     * @param replies the reply for a request; the connection is closed after it
     */
    ScriptedDockerEngine(Path socket, UnaryOperator<String> replies) throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(() -> {
            while (listener.isOpen()) {
                answer(replies);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void answer(UnaryOperator<String> replies) {
        try (SocketChannel client = listener.accept()) {
            String reply = replies.apply(request(client));
            client.write(ByteBuffer.wrap(reply.getBytes(US_ASCII)));
        } catch (IOException e) {
            // The client or the test has closed the connection.
            return;
        }
    }

    private static String request(SocketChannel client) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(1 << 16);
        String request = "";
        while (!isWhole(request) && client.read(read) >= 0) {
            request = new String(read.array(), 0, read.position(), US_ASCII);
        }
        return request;
    }

    private static boolean isWhole(String request) {
        int head = request.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(request.substring(0, head));
        return length.find()
                ? request.length() >= head + 4 + Integer.parseInt(length.group(1))
                : !request.substring(0, head).contains("chunked") || request.endsWith("\r\n0\r\n\r\n");
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
