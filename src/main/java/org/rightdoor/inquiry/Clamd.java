package org.rightdoor.inquiry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A virus scanner that is asked over its socket: ClamAV's daemon, by the INSTREAM command of clamd(8). */
record Clamd(String host, int port) {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;

    /** It was asked, and has no verdict on this file. The message says why, for staff. */
    static final class Undecided extends IOException {
        Undecided(String why) {
            super(why);
        }
    }

    /** @param address as {@code host:3310} */
    static Clamd at(String address) {
        var parts = address.strip().split(":(?=\\d+$)", 2);
        return new Clamd(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : 3310);
    }

    /**
     * What is in it, such as {@code Eicar-Signature}; empty when it is clean.
     *
     * @throws Undecided when the scanner cannot tell
     * @throws IOException when it cannot be asked
     */
    Optional<String> find(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS / 10);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return ask(content, socket);
        }
    }

    private static Optional<String> ask(byte[] content, Socket socket) throws Undecided {
        try {
            stream(content, socket);
        } catch (IOException cutOff) {
            // It hangs up on what is too large for it, and has said so.
        }
        try {
            var answer = socket.getInputStream().readNBytes(1000);
            return verdict(new String(answer, StandardCharsets.UTF_8).replace("\0", ""));
        } catch (Undecided undecided) {
            throw undecided;
        } catch (IOException gone) {
            throw new Undecided("It broke off: " + gone.getMessage() + ".");
        }
    }

    private static void stream(byte[] content, Socket socket) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (var from = 0; from < content.length; from += CHUNK) {
            var length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Optional<String> verdict(String answer) throws Undecided {
        var said = answer.replaceFirst("^stream: ", "").strip();
        if (said.equals("OK")) return Optional.empty();
        if (said.endsWith(" FOUND")) return Optional.of(said.substring(0, said.length() - " FOUND".length()));
        throw new Undecided(said.isEmpty() ? "It says nothing." : "It says: " + said);
    }
}
