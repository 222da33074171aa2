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

/** A listener at a Docker socket that cannot run anything. */
final class ScriptedDockerEngine implements AutoCloseable {
    private final ServerSocketChannel listener;

    /**
     * Listens until closed.
     *
     * @param replies the reply for the beginning of a request; the connection is closed after it
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
            ByteBuffer request = ByteBuffer.allocate(4096);
            client.read(request);
            String reply = replies.apply(new String(request.array(), 0, request.position(), US_ASCII));
            client.write(ByteBuffer.wrap(reply.getBytes(US_ASCII)));
        } catch (IOException e) {
            // The client or the test has closed the connection.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
