package org.rightdoor.understand;

/** The numbers of those fields of ONNX's onnx.proto that {@link EncoderGraph} reads and writes, and its small messages. */
final class Onnx {

    /** {@code ModelProto} */
    static final class Model {
        static final int IR_VERSION = 1;
        static final int GRAPH = 7;
        static final int OPERATOR_SETS = 8;
    }

    /** {@code OperatorSetIdProto} */
    private static final class OperatorSet {
        static final int DOMAIN = 1;
        static final int VERSION = 2;
    }

    /** {@code GraphProto} */
    static final class Graph {
        static final int NODE = 1;
        static final int NAME = 2;
        static final int INITIALIZER = 5;
        static final int INPUT = 11;
        static final int OUTPUT = 12;
    }

    /** {@code NodeProto}: one operation. */
    static final class Node {
        static final int INPUT = 1;
        static final int OUTPUT = 2;
        static final int NAME = 3;
        static final int OPERATION = 4;
        static final int ATTRIBUTE = 5;
        static final int DOMAIN = 7;
    }

    /** {@code AttributeProto} */
    private static final class Attribute {
        static final int NAME = 1;
        static final int FLOAT = 2;
        static final int INT = 3;
        static final int TYPE = 20;
        static final int TYPE_FLOAT = 1;
        static final int TYPE_INT = 2;
    }

    /** {@code ValueInfoProto}: what goes in or comes out. */
    private static final class Value {
        static final int NAME = 1;
        static final int TYPE = 2;
        static final int TENSOR_TYPE = 1;
        static final int ELEMENT_TYPE = 1;
        static final int SHAPE = 2;
        static final int DIMENSION = 1;
        static final int DIMENSION_NAME = 2;
    }

    /** {@code TensorProto} */
    static final class Numbers {
        static final int DIMENSION = 1;
        static final int TYPE = 2;
        static final int FLOATS = 4;
        static final int INTS = 5;
        static final int NAME = 8;
        static final int RAW = 9;
    }

    private Onnx() {}

    static Protobuf operators(String domain, int version) {
        return new Protobuf().put(OperatorSet.DOMAIN, domain).put(OperatorSet.VERSION, version);
    }

    static Protobuf attribute(String name, float value) {
        return new Protobuf()
                .put(Attribute.NAME, name)
                .put(Attribute.FLOAT, value)
                .put(Attribute.TYPE, Attribute.TYPE_FLOAT);
    }

    static Protobuf attribute(String name, int value) {
        return new Protobuf()
                .put(Attribute.NAME, name)
                .put(Attribute.INT, value)
                .put(Attribute.TYPE, Attribute.TYPE_INT);
    }

    static Protobuf value(String name, int type, String... dimensions) {
        var shape = new Protobuf();
        for (var dimension : dimensions) {
            shape.put(Value.DIMENSION, new Protobuf().put(Value.DIMENSION_NAME, dimension));
        }
        var tensor = new Protobuf().put(Value.ELEMENT_TYPE, type).put(Value.SHAPE, shape);
        return new Protobuf().put(Value.NAME, name).put(Value.TYPE, new Protobuf().put(Value.TENSOR_TYPE, tensor));
    }
}
