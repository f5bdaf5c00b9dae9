package org.rightdoor.records.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Encrypts what is written, chunk by chunk. */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final Seal seal;
    private final byte[] chunk = new byte[Seal.CHUNK];
    private int held;

    SealedOutput(OutputStream out, BackupKey key) throws IOException {
        this.out = out;
        this.seal = Seal.fresh(key);
        out.write(seal.header());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        while (length > 0) {
            // A full chunk waits until there is more: which one is the last is only known then.
            if (held == chunk.length) emit(false);
            var part = Math.min(length, chunk.length - held);
            System.arraycopy(bytes, from, chunk, held, part);
            held += part;
            from += part;
            length -= part;
        }
    }

    @Override
    public void close() throws IOException {
        emit(true);
        out.close();
    }

    private void emit(boolean last) throws IOException {
        try {
            out.write(seal.close(chunk, held, last));
            held = 0;
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }
}
