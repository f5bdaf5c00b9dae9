package org.rightdoor.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server with a mind of its own. */
final class SayingNo implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    final List<String> senders = new CopyOnWriteArrayList<>();
    private final String answerToRecipient;
    private final String answerToNoSender;

    SayingNo(String answerToRecipient) throws IOException {
        this(answerToRecipient, "250 fine");
    }

    SayingNo(String answerToRecipient, String answerToNoSender) throws IOException {
        this.answerToRecipient = answerToRecipient;
        this.answerToNoSender = answerToNoSender;
        var thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept();
                    var in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
                client.getOutputStream().write("220 here\r\n".getBytes());
                var inMail = false;
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (inMail && !line.equals(".")) continue;
                    inMail = line.equals("DATA");
                    client.getOutputStream().write((answer(line) + "\r\n").getBytes());
                }
            } catch (IOException over) {
                // The client has hung up; that is how it ends.
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("MAIL")) senders.add(line);
        if (line.equals("DATA")) return "354 go on";
        if (line.equals("MAIL FROM:<>")) return answerToNoSender;
        return line.startsWith("RCPT") ? answerToRecipient : "250 fine";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
