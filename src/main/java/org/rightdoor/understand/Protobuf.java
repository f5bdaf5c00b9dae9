package org.rightdoor.understand;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A message in protobuf's wire format (protobuf.dev/programming-guides/encoding) on its way to a file; parts are not copied. */
final class Protobuf {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    /** A field as it was read; {@code bytes} is null for a number, {@code number} 0 for what is none. */
    record Field(int tag, long number, ByteBuffer bytes) {

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    private final List<ByteBuffer> parts = new ArrayList<>();

    Protobuf put(int tag, long number) {
        parts.add(varints(tag << 3 | VARINT, number));
        return this;
    }

    Protobuf put(int tag, float number) {
        parts.add(varints(tag << 3 | FIXED_32));
        parts.add(littleEndian(Float.BYTES).putFloat(number).flip());
        return this;
    }

    Protobuf put(int tag, String text) {
        return put(tag, StandardCharsets.UTF_8.encode(text));
    }

    Protobuf put(int tag, ByteBuffer bytes) {
        parts.add(varints(tag << 3 | LENGTH, bytes.remaining()));
        parts.add(bytes);
        return this;
    }

    Protobuf put(int tag, Protobuf message) {
        parts.add(varints(tag << 3 | LENGTH, message.length()));
        parts.addAll(message.parts);
        return this;
    }

    ByteBuffer[] parts() {
        return parts.toArray(ByteBuffer[]::new);
    }

    private long length() {
        return parts.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** All fields in their order. Throws IllegalArgumentException or a buffer's exception for what is no message. */
    static List<Field> read(ByteBuffer message) {
        var in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        var fields = new ArrayList<Field>();
        while (in.hasRemaining()) {
            long key = varint(in);
            int tag = (int) (key >>> 3);
            fields.add(
                    switch ((int) key & 7) {
                        case VARINT -> new Field(tag, varint(in), null);
                        case FIXED_64 -> new Field(tag, 0, next(Long.BYTES, in));
                        case LENGTH -> new Field(tag, 0, next((int) varint(in), in));
                        case FIXED_32 -> new Field(tag, 0, next(Integer.BYTES, in));
                        default -> throw new IllegalArgumentException("no protobuf message");
                    });
        }
        return fields;
    }

    /** Numbers that are packed into one field. */
    static long[] readNumbers(ByteBuffer packed) {
        var in = packed.duplicate();
        var numbers = LongStream.builder();
        while (in.hasRemaining()) numbers.add(varint(in));
        return numbers.build().toArray();
    }

    static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer next(int length, ByteBuffer in) {
        var part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private static long varint(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) return number;
        }
        throw new IllegalArgumentException("no protobuf message");
    }

    private static ByteBuffer varints(long... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * 10);
        for (long number : numbers) {
            for (long rest = number; ; rest >>>= 7) {
                if (rest >>> 7 == 0) {
                    bytes.put((byte) rest);
                    break;
                }
                bytes.put((byte) (rest & 0x7F | 0x80));
            }
        }
        return bytes.flip();
    }
}
