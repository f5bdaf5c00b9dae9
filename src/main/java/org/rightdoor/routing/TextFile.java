package org.rightdoor.routing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as UTF-8 and says what is wrong when that cannot be done. */
final class TextFile {

    /** More than a person would ever review. */
    static final int MAX_BYTES = 2_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    static Optional<String> read(Path file, Faults faults) {
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "the file is missing");
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                faults.add(file, 1, "the file is larger than " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            return decode(file, Files.readAllBytes(file), faults);
        } catch (IOException e) {
            faults.add(file, 1, "the file cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> decode(Path file, byte[] bytes, Faults faults) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            faults.add(file, lineAt(bytes, in.position()), "this is not UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
        var text = out.flip().toString();
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
