package dev.tenon.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy between client and server that cuts the connection once, when the client sends a certain text.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean found = new AtomicBoolean();
    private final AtomicBoolean cutNow = new AtomicBoolean();
    private final String host;
    private final int serverPort;
    private final String text;
    private final int messages;
    private volatile boolean forGood;

    /** Forwards all messages of the client, and none of the server's reply. */
    static final int UNANSWERED = -1;

    /**
     * Creates a proxy that cuts at {@code text}.
     *
     * @param messages the number of messages to forward from that text on: first the client's, then those of the
     *     server's reply
     */
    CuttingProxy(String host, int serverPort, String text, int messages) throws IOException {
        this.host = host;
        this.serverPort = serverPort;
        this.text = text;
        this.messages = messages;
        start(this::accept);
    }

    /** Whether it has cut the connection before the end of the reply. */
    boolean hasCut() {
        return cutNow.get();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Accepts no further connection after the cut. */
    void closeForGoodWhenCut() {
        forGood = true;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(host, serverPort);
            sockets.add(client);
            sockets.add(server);
            AtomicInteger answers = new AtomicInteger(Integer.MAX_VALUE);
            start(() -> toServer(client, server, answers));
            start(() -> toClient(server, client, answers));
        }
    }

    private void toServer(Socket client, Socket server, AtomicInteger answers) throws IOException {
        byte[] buffer = new byte[65_536];
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean inThisBuffer = new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains(text)
                    && found.compareAndSet(false, true);
            if (inThisBuffer) {
                int whole = messagesIn(buffer, count);
                if (messages >= 0 && messages < whole) {
                    out.write(buffer, 0, lengthOf(messages, buffer));
                    cut(client, server);
                    return;
                }
                answers.set(messages == UNANSWERED ? 0 : messages - whole);
            }
            out.write(buffer, 0, count);
        }
        server.close();
    }

    private void toClient(Socket server, Socket client, AtomicInteger answers) throws IOException {
        byte[] buffer = new byte[65_536];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int allowed = answers.getAndSet(Integer.MAX_VALUE);
            // A reply proves that the server has executed the request, even if the client does not receive it.
            if (allowed < Integer.MAX_VALUE && allowed < messagesIn(buffer, count)) {
                out.write(buffer, 0, lengthOf(allowed, buffer));
                cut(client, server);
                return;
            }
            out.write(buffer, 0, count);
        }
        client.close();
    }

    private void cut(Socket client, Socket server) throws IOException {
        cutNow.set(true);
        client.close();
        server.close();
        if (forGood) {
            close();
        }
    }

    /** Returns the number of messages in these bytes; each is a letter and its length without the letter. */
    private static int messagesIn(byte[] bytes, int count) {
        int number = 0;
        while (lengthOf(number, bytes) < count) {
            number++;
        }
        return number;
    }

    private static int lengthOf(int messages, byte[] bytes) {
        int end = 0;
        for (int i = 0; i < messages; i++) {
            end += 1 + ByteBuffer.wrap(bytes).getInt(end + 1);
        }
        return end;
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // A closed socket ends each of these tasks.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
