package org.rightdoor.understand;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.rightdoor.understand.Onnx.Numbers;

/** Numbers of an ONNX model ({@code TensorProto} of onnx.proto): {@code data} holds them row after row, little end first. */
record Tensor(String name, int type, long[] dimensions, ByteBuffer data) {

    static final int FLOAT = 1;
    static final int LONG = 7;

    static Tensor read(ByteBuffer message) {
        var dimensions = new long[0];
        String name = null;
        int type = 0;
        ByteBuffer data = null;
        for (var field : Protobuf.read(message)) {
            switch (field.tag()) {
                case Numbers.DIMENSION -> {
                    dimensions = Arrays.copyOf(dimensions, dimensions.length + 1);
                    dimensions[dimensions.length - 1] = field.number();
                }
                case Numbers.TYPE -> type = (int) field.number();
                case Numbers.NAME -> name = field.text();
                case Numbers.FLOATS, Numbers.RAW -> data = field.bytes();
                case Numbers.INTS -> data = bytes(field);
                default -> {}
            }
        }
        return new Tensor(name, type, dimensions, data);
    }

    /** Whole bytes, which may be given as numbers too. */
    private static ByteBuffer bytes(Protobuf.Field field) {
        var numbers = field.bytes() == null ? new long[] {field.number()} : Protobuf.readNumbers(field.bytes());
        var data = Protobuf.littleEndian(numbers.length);
        for (long number : numbers) data.put((byte) number);
        return data.flip();
    }

    /** A list. */
    static Tensor of(String name, long... list) {
        var data = Protobuf.littleEndian(list.length * Long.BYTES);
        for (long number : list) data.putLong(number);
        return new Tensor(name, LONG, new long[] {list.length}, data.flip());
    }

    boolean isZero() {
        return IntStream.range(0, data.limit()).allMatch(i -> data.get(i) == 0);
    }

    /** Tables of as many rows side by side; lists one after another. */
    static Tensor joined(String name, Tensor... parts) {
        var like = parts[0];
        int rows = like.dimensions.length == 1 ? 1 : (int) like.dimensions[0];
        var joined = Protobuf.littleEndian(
                Arrays.stream(parts).mapToInt(part -> part.data.limit()).sum());
        for (int row = 0; row < rows; row++) {
            for (var part : parts) {
                int length = part.data.limit() / rows;
                joined.put(part.data.slice(row * length, length));
            }
        }
        var dimensions = like.dimensions.clone();
        dimensions[dimensions.length - 1] = Arrays.stream(parts)
                .mapToLong(part -> part.dimensions[part.dimensions.length - 1])
                .sum();
        return new Tensor(name, like.type, dimensions, joined.flip());
    }

    /** The first rows of what was rounded to whole bytes from 0 on, as it was before. */
    static Tensor dequantized(String name, Map<String, Tensor> tensors, String rounded, int rows) {
        var bytes = tensors.get(rounded + "_quantized");
        float scale = tensors.get(rounded + "_scale").data.getFloat(0);
        int zero = tensors.get(rounded + "_zero_point").data.get(0) & 0xFF;
        int length = (int) bytes.dimensions[1];
        var data = Protobuf.littleEndian(rows * length * Float.BYTES);
        for (int i = 0; i < rows * length; i++) data.putFloat(((bytes.data.get(i) & 0xFF) - zero) * scale);
        return new Tensor(name, FLOAT, new long[] {rows, length}, data.flip());
    }

    /** With the other one's first row added to each. */
    Tensor plusRow(Tensor other) {
        int length = (int) dimensions[1];
        var sum = Protobuf.littleEndian(data.limit());
        for (int i = 0; i < data.limit() / Float.BYTES; i++) {
            sum.putFloat(data.getFloat(i * Float.BYTES) + other.data.getFloat(i % length * Float.BYTES));
        }
        return new Tensor(name, type, dimensions, sum.flip());
    }

    Protobuf asProtobuf() {
        var message = new Protobuf();
        for (long dimension : dimensions) message.put(Numbers.DIMENSION, dimension);
        return message.put(Numbers.TYPE, type).put(Numbers.NAME, name).put(Numbers.RAW, data);
    }
}
