package org.rightdoor.records.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Gives what {@link SealedOutput} was given, or fails: not one byte is handed out that was not as it was written. */
final class SealedInput extends InputStream {

    private final InputStream in;
    private final Seal seal;
    private byte[] chunk = {};
    private int given;
    private byte[] ahead;
    private boolean ended;

    SealedInput(InputStream in, BackupKey key) throws IOException {
        this.in = in;
        this.seal = Seal.of(in.readNBytes(Seal.HEADER), key);
        this.ahead = in.readNBytes(Seal.CHUNK + Seal.TAG);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (given == chunk.length) {
            if (ended) return -1;
            fill();
        }
        var part = Math.min(length, chunk.length - given);
        System.arraycopy(chunk, given, bytes, from, part);
        given += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        var sealed = ahead;
        ahead = in.readNBytes(Seal.CHUNK + Seal.TAG);
        ended = ahead.length == 0;
        try {
            chunk = seal.open(sealed, sealed.length, ended);
            given = 0;
        } catch (GeneralSecurityException changed) {
            throw new Damaged(
                    "The key is another one than this backup was made with, or the file was changed or cut off.");
        }
    }
}
