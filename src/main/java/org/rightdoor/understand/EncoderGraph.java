package org.rightdoor.understand;

import static org.rightdoor.understand.Tensor.FLOAT;
import static org.rightdoor.understand.Tensor.LONG;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.rightdoor.understand.Onnx.Graph;
import org.rightdoor.understand.Onnx.Node;

/**
 * The sentence encoder's weights in a graph of 110 operations instead of the 1,500 that it is published in: the runtime finds
 * most of what belongs together by itself, but not in this one, and spent more time on adding and moving numbers than on multiplying
 * them (docs/benchmarks.md). In the last layer only the first piece goes on, whose vector stands for the text. The numbers
 * are the same but for rounding.
 *
 * <p>It takes {@code input_ids}, one text's pieces, and gives {@code meaning}. Operations of the domain com.microsoft are
 * documented in onnxruntime's docs/ContribOperators.md, the file in ONNX's onnx.proto.
 */
final class EncoderGraph {

    static final String INPUT = "input_ids";
    static final String OUTPUT = "meaning";

    private static final int LAYERS = 12;
    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;
    private static final String MICROSOFT = "com.microsoft";

    private final Map<String, Tensor> tensors;
    private final Map<String, String> weightsOf;
    private final Protobuf graph = new Protobuf();
    private final Map<String, Tensor> written = new HashMap<>();

    private EncoderGraph(Map<String, Tensor> tensors, Map<String, String> weightsOf) {
        this.tensors = tensors;
        this.weightsOf = weightsOf;
    }

    /** Throws IOException where the published file is not one of bge-small-en-v1.5 as it was in 2024. */
    static void rewrite(Path published, Path lean) throws IOException {
        try (var in = FileChannel.open(published);
                var out = FileChannel.open(lean, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var model = of(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()));
            var parts = model.parts();
            while (parts[parts.length - 1].hasRemaining()) out.write(parts);
        } catch (RuntimeException e) {
            throw new IOException("the sentence encoder cannot run here: its file is not as expected: " + e, e);
        }
    }

    private static Protobuf of(ByteBuffer model) {
        var published = Protobuf.read(model).stream()
                .filter(field -> field.tag() == Onnx.Model.GRAPH)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no graph"));
        var tensors = new HashMap<String, Tensor>();
        var weightsOf = new HashMap<String, String>();
        for (var field : Protobuf.read(published.bytes())) {
            if (field.tag() == Graph.NODE) rememberWeights(field.bytes(), weightsOf);
            if (field.tag() == Graph.INITIALIZER) {
                var tensor = Tensor.read(field.bytes());
                tensors.put(tensor.name(), tensor);
            }
        }
        return new EncoderGraph(tensors, weightsOf).model();
    }

    /** What an operation is called is lasting; what its weights are called is a number given at random. */
    private static void rememberWeights(ByteBuffer node, Map<String, String> weightsOf) {
        var fields = Protobuf.read(node);
        var isProduct = fields.stream()
                .anyMatch(field -> field.tag() == Node.OPERATION && field.text().equals("MatMulInteger"));
        if (!isProduct) return;
        var name = fields.stream()
                .filter(field -> field.tag() == Node.NAME)
                .findFirst()
                .orElseThrow();
        var second = fields.stream()
                .filter(field -> field.tag() == Node.INPUT)
                .skip(1)
                .findFirst()
                .orElseThrow();
        weightsOf.put(
                name.text().replaceAll("^/|/MatMul_quant$", "").replace('/', '.'),
                second.text().replaceFirst("_quantized$", ""));
    }

    private Protobuf model() {
        graph.put(Graph.NAME, "bge-small-en-v1.5");
        var text = embeddings();
        for (int layer = 0; layer < LAYERS; layer++) text = layer(layer, text);
        graph.put(Graph.INPUT, Onnx.value(INPUT, LONG, "texts", "pieces"));
        graph.put(Graph.OUTPUT, Onnx.value(OUTPUT, FLOAT, "texts", "one", "numbers"));
        return new Protobuf()
                .put(Onnx.Model.IR_VERSION, 8)
                .put(Onnx.Model.OPERATOR_SETS, Onnx.operators("", 17))
                .put(Onnx.Model.OPERATOR_SETS, Onnx.operators(MICROSOFT, 1))
                .put(Onnx.Model.GRAPH, graph);
    }

    private String embeddings() {
        var words = "embeddings.word_embeddings.weight";
        node("", "Gather", "pieces", kept(words + "_quantized"), INPUT);
        node("", "DequantizeLinear", "words", "pieces", kept(words + "_scale"), kept(words + "_zero_point"));
        node("", "Shape", "shape", INPUT);
        node("", "Gather", "length", "shape", given(Tensor.of("second", 1)));
        var places = given(
                Tensor.dequantized("places", tensors, "embeddings.position_embeddings.weight", Encoder.MOST_PIECES)
                        .plusRow(Tensor.dequantized("type", tensors, "embeddings.token_type_embeddings.weight", 1)));
        node("", "Slice", "own-places", places, given(Tensor.of("first", 0)), "length", given(Tensor.of("rows", 0)));
        node("", "Add", "placed", "words", "own-places");
        return nodeWith(
                Onnx.attribute("epsilon", EPSILON),
                "",
                "LayerNormalization",
                "embedded",
                "placed",
                kept("embeddings.LayerNorm.weight"),
                kept("embeddings.LayerNorm.bias"));
    }

    private String layer(int number, String text) {
        var layer = "encoder.layer." + number + ".";
        var attended = attention(layer, text);
        if (number == LAYERS - 1) {
            var first = given(Tensor.of("the-first", 0));
            attended = firstOf(attended, first);
            text = firstOf(text, first);
        }
        var seen = product(layer + "attention.output.dense", attended, true);
        var noticed = normalized(layer + "attention.output", seen, text, layer + "noticed");
        var wide = product(layer + "intermediate.dense", noticed, false);
        var bent = node(MICROSOFT, "BiasGelu", wide + ".bent", wide, kept(layer + "intermediate.dense.bias"));
        var narrow = product(layer + "output.dense", bent, true);
        return normalized(layer + "output", narrow, noticed, number == LAYERS - 1 ? OUTPUT : layer + "text");
    }

    private String firstOf(String text, String first) {
        return nodeWith(Onnx.attribute("axis", 1), "", "Gather", text + ".first", text, first);
    }

    private String attention(String layer, String text) {
        var self = layer + "attention.self.";
        var names = new String[] {self + "query", self + "key", self + "value"};
        var rounded = text + ".rounded";
        node(
                "",
                "DynamicQuantizeLinear",
                new String[] {rounded, rounded + ".scale", rounded + ".zero"},
                new String[] {text},
                null);
        return nodeWith(
                Onnx.attribute("num_heads", HEADS),
                MICROSOFT,
                "QAttention",
                layer + "attended",
                rounded,
                given(joined(self + "weights", "_quantized", names)),
                given(Tensor.joined(
                        self + "bias",
                        tensors.get(names[0] + ".bias"),
                        tensors.get(names[1] + ".bias"),
                        tensors.get(names[2] + ".bias"))),
                rounded + ".scale",
                given(joined(self + "scale", "_scale", names)),
                "",
                rounded + ".zero",
                zeroPoints(joined(self + "zero", "_zero_point", names)));
    }

    private Tensor joined(String name, String part, String... of) {
        return Tensor.joined(
                name,
                tensors.get(weightsOf.get(of[0]) + part),
                tensors.get(weightsOf.get(of[1]) + part),
                tensors.get(weightsOf.get(of[2]) + part));
    }

    /** Not written where they are nothing but zeros, which makes products quicker. */
    private String zeroPoints(Tensor zeros) {
        return zeros.isZero() ? "" : given(zeros);
    }

    private String product(String name, String text, boolean withBias) {
        var weights = weightsOf.get(name);
        return node(
                MICROSOFT,
                "DynamicQuantizeMatMul",
                name,
                text,
                kept(weights + "_quantized"),
                kept(weights + "_scale"),
                zeroPoints(tensors.get(weights + "_zero_point")),
                withBias ? kept(name + ".bias") : "");
    }

    private String normalized(String name, String one, String other, String as) {
        return nodeWith(
                Onnx.attribute("epsilon", EPSILON),
                MICROSOFT,
                "SkipLayerNormalization",
                as,
                one,
                other,
                kept(name + ".LayerNorm.weight"),
                kept(name + ".LayerNorm.bias"));
    }

    private String kept(String name) {
        return given(tensors.get(name));
    }

    private String given(Tensor tensor) {
        if (written.putIfAbsent(tensor.name(), tensor) == null) graph.put(Graph.INITIALIZER, tensor.asProtobuf());
        return tensor.name();
    }

    private String node(String domain, String operation, String output, String... inputs) {
        return nodeWith(null, domain, operation, output, inputs);
    }

    private String nodeWith(Protobuf attribute, String domain, String operation, String output, String... inputs) {
        node(domain, operation, new String[] {output}, inputs, attribute);
        return output;
    }

    private void node(String domain, String operation, String[] outputs, String[] inputs, Protobuf attribute) {
        var node = new Protobuf();
        for (var input : inputs) node.put(Node.INPUT, input);
        for (var output : outputs) node.put(Node.OUTPUT, output);
        node.put(Node.NAME, "to-" + outputs[0]).put(Node.OPERATION, operation).put(Node.DOMAIN, domain);
        if (attribute != null) node.put(Node.ATTRIBUTE, attribute);
        graph.put(Graph.NODE, node);
    }
}
