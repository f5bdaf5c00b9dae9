package org.rightdoor.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between two programs on this machine that can be cut, go silent, lead elsewhere or talk nonsense. */
final class TcpProxy implements AutoCloseable {

    private enum Mode {
        PASS,
        CUT,
        SILENT,
        ANSWER
    }

    private final ServerSocket door;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Mode mode = Mode.PASS;
    private volatile String answer;

    private TcpProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static TcpProxy to(int target) throws IOException {
        var proxy = new TcpProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
        daemon(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** As when a cable is pulled and both sides notice: what is open breaks, what is new is refused. */
    void cut() {
        mode = Mode.CUT;
        breakAll();
    }

    /** As when packets are dropped: nobody hears anything, and nobody is told. */
    void goSilent() {
        mode = Mode.SILENT;
    }

    /** Whoever comes is told this, whatever is asked. */
    void alwaysAnswer(String words) {
        answer = words;
        mode = Mode.ANSWER;
        breakAll();
    }

    void mend() {
        if (mode == Mode.SILENT) breakAll();
        mode = Mode.PASS;
    }

    void leadTo(int port) {
        target = port;
        breakAll();
    }

    private void breakAll() {
        open.forEach(TcpProxy::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var in = door.accept();
                daemon(() -> serve(in));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket in) {
        open.add(in);
        try {
            switch (mode) {
                case CUT -> {
                    in.setSoLinger(true, 0);
                    in.close();
                }
                case ANSWER -> sayNonsense(in);
                default -> connect(in);
            }
        } catch (IOException broken) {
            close(in);
        } finally {
            open.remove(in);
        }
    }

    private void sayNonsense(Socket in) throws IOException {
        in.getInputStream().read(new byte[65_536]);
        in.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        in.shutdownOutput();
        in.setSoTimeout(500);
        while (in.getInputStream().read(new byte[65_536]) >= 0) continue;
        in.close();
    }

    private void connect(Socket in) throws IOException {
        try (var out = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(out);
            var back = daemon(() -> copy(out, in));
            copy(in, out);
            back.join();
            open.remove(out);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Socket from, Socket to) {
        var bytes = new byte[65_536];
        try {
            for (int n; (n = from.getInputStream().read(bytes)) >= 0; ) {
                while (mode == Mode.SILENT && !from.isClosed()) Thread.sleep(20);
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException | InterruptedException broken) {
            // both sides are closed below
        }
        close(from);
        close(to);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "network");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(Closeable socket) {
        try {
            if (socket instanceof Socket open) open.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closedAlready) {
            // what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakAll();
    }
}
