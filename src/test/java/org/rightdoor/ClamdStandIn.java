package org.rightdoor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What stands in for ClamAV's daemon: it reads INSTREAM as clamd does and knows one virus. */
public final class ClamdStandIn implements AutoCloseable {

    /** In a file, it makes it infected. */
    public static final String SIGN_OF_A_VIRUS = "this-is-the-virus-of-the-tests";

    /** Of a file that holds it, nothing can be said. */
    public static final String SIGN_OF_TROUBLE = "this-file-breaks-every-scanner";

    private final ServerSocket door;
    private final Thread server = new Thread(this::serve, "clamd of the tests");
    private volatile boolean refusing;

    public ClamdStandIn() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setDaemon(true);
        server.start();
    }

    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** From now on it scans nothing. */
    public void refuse() {
        refusing = true;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                answer(caller);
            } catch (IOException gone) {
                // The next caller is served.
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) return;
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) content.write(in.readNBytes(length));
        var text = content.toString(StandardCharsets.ISO_8859_1);
        var infected = text.contains(SIGN_OF_A_VIRUS);
        var verdict = refusing || text.contains(SIGN_OF_TROUBLE)
                ? "INSTREAM size limit exceeded. ERROR"
                : infected ? "stream: Eicar-Signature FOUND" : "stream: OK";
        caller.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
        // Until it has noticed, one more caller would be let in.
        try {
            server.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
