package org.rightdoor.records.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over chunks, each sealed by itself with its position and whether it is the last: none can be changed, swapped or
 * cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
final class Seal {

    /** The first bytes of a sealed file, then the salt, then the random part of each nonce. */
    static final byte[] MAGIC = "RIGHTDOOR-SEALED-1".getBytes(StandardCharsets.US_ASCII);

    static final int CHUNK = 64 * 1024;
    static final int TAG = 16;

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int RANDOM = 7;

    static final int HEADER = MAGIC.length + SALT + RANDOM;

    private final byte[] header;
    private final SecretKey key;
    private int position;

    private Seal(byte[] header, BackupKey key) {
        this.header = header;
        this.key = key.with(Arrays.copyOfRange(header, MAGIC.length, MAGIC.length + SALT));
    }

    static Seal fresh(BackupKey key) {
        var random = new byte[SALT + RANDOM];
        new SecureRandom().nextBytes(random);
        return new Seal(ByteBuffer.allocate(HEADER).put(MAGIC).put(random).array(), key);
    }

    static Seal of(byte[] header, BackupKey key) {
        return new Seal(header, key);
    }

    byte[] header() {
        return header;
    }

    byte[] close(byte[] plain, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    }

    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE)
                .put(header, MAGIC.length + SALT, RANDOM)
                .putInt(position)
                .put((byte) (last ? 1 : 0));
        position = Math.incrementExact(position);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce.array()));
        cipher.updateAAD(header);
        return cipher;
    }
}
