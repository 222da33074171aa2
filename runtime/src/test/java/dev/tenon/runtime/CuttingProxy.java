package dev.tenon.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a client and a server and cuts the connection once, when the client sends a certain text. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final String host;
    private final int serverPort;
    private final String text;
    private final boolean delivered;
    private volatile boolean forGood;

    /** Cuts at {@code text}, after the server has got and answered it or before it gets it. */
    CuttingProxy(String host, int serverPort, String text, boolean delivered) throws IOException {
        this.host = host;
        this.serverPort = serverPort;
        this.text = text;
        this.delivered = delivered;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Lets nobody through any more once the connection was cut. */
    void closeForGoodWhenCut() {
        forGood = true;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(host, serverPort);
            sockets.add(client);
            sockets.add(server);
            AtomicBoolean mute = new AtomicBoolean();
            start(() -> toServer(client, server, mute));
            start(() -> toClient(server, client, mute));
        }
    }

    private void toServer(Socket client, Socket server, AtomicBoolean mute) throws IOException {
        byte[] buffer = new byte[65_536];
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean here = new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains(text)
                    && cut.compareAndSet(false, true);
            if (here && delivered) {
                // The server's answer is the proof that it has done it; the client never gets that.
                mute.set(true);
            }
            if (here && !delivered) {
                client.close();
                server.close();
                if (forGood) {
                    close();
                }
                return;
            }
            out.write(buffer, 0, count);
        }
        server.close();
    }

    private static void toClient(Socket server, Socket client, AtomicBoolean mute) throws IOException {
        byte[] buffer = new byte[65_536];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (mute.get()) {
                client.close();
                server.close();
                return;
            }
            out.write(buffer, 0, count);
        }
        client.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // A closed socket is how each of these tasks ends.
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
