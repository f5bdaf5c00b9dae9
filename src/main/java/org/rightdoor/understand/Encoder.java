package org.rightdoor.understand;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Turns a text into a vector whose direction is its meaning: the sentence encoder bge-small-en-v1.5 (Xiao et al., 2023),
 * with 8-bit weights, on the machine's own processor. Safe for use by many threads; each call uses one.
 */
final class Encoder {

    /** Numbers in a vector. */
    static final int DIMENSIONS = 384;

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final Logger LOG = Logger.getLogger(Encoder.class);

    /** About seventy words: what comes later seldom changes the matter, and time grows with length. */
    static final int MOST_PIECES = 96;

    /** It knows English only: of these languages it is given the words in English. */
    private static final String GLOSSED = "es";

    private final Gloss gloss;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /** With more at once than there are processors, each would only take longer. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private Encoder(Gloss gloss, WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.gloss = gloss;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /** The one encoder of this process, because it is large; null where it cannot run, which is logged once. */
    static Encoder shared() {
        return Shared.ENCODER;
    }

    /** Why {@link #shared} is null. */
    static String whyMissing() {
        return Shared.whyMissing;
    }

    /** Another number when texts are placed otherwise, because a word list has changed: what was kept is of no use then. */
    static int edition() {
        return Shared.EDITION;
    }

    /** Throws IOException when the model's files are missing or broken, or the machine cannot run them. */
    static Encoder open() throws IOException {
        // Loaded from a file, for from an array the model would be in memory twice.
        var published = Files.createTempFile("encoder", ".onnx");
        var lean = Files.createTempFile("encoder-lean", ".onnx");
        try (var in = resource(MODEL)) {
            Files.copy(in, published, StandardCopyOption.REPLACE_EXISTING);
            EncoderGraph.rewrite(published, lean);
            return open(lean);
        } finally {
            Files.delete(published);
            Files.delete(lean);
        }
    }

    static Encoder open(Path model) throws IOException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena never gives memory back: one long text would make the process large for good.
            options.setCPUArenaAllocator(false);
            var environment = OrtEnvironment.getEnvironment();
            var vocabulary = vocabulary();
            var gloss = Gloss.of(GLOSSED, vocabulary::containsKey);
            var session = environment.createSession(model.toString(), options);
            return new Encoder(gloss, new WordPieces(vocabulary), environment, session);
        } catch (OrtException | LinkageError e) {
            throw new IOException("the sentence encoder cannot run here: " + e.getMessage(), e);
        }
    }

    /** A vector of length 1. */
    float[] encode(String text) {
        long[] numbers = pieces.of(gloss.of(text), MOST_PIECES);
        turns.acquireUninterruptibly();
        try (var input =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
                var result = session.run(Map.of(EncoderGraph.INPUT, input))) {
            var vector = new float[DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            return toUnitLength(vector);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "the sentence encoder failed on a text of " + numbers.length + " pieces", e);
        } finally {
            turns.release();
        }
    }

    static float[] toUnitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static Map<String, Integer> vocabulary() throws IOException {
        var vocabulary = new HashMap<String, Integer>(1 << 16);
        try (var in = resource(TOKENIZER);
                var json = new JsonFactory().createParser(in)) {
            while (!"vocab".equals(json.nextFieldName())) {
                if (!json.hasCurrentToken()) {
                    throw new IOException("the sentence encoder's file " + TOKENIZER + " has no vocabulary");
                }
            }
            json.nextToken();
            for (var piece = json.nextFieldName(); piece != null; piece = json.nextFieldName()) {
                vocabulary.put(piece, json.nextIntValue(0));
            }
        }
        return vocabulary;
    }

    private static InputStream resource(String name) throws IOException {
        var in = Encoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the sentence encoder's file " + name + " is missing");
        }
        return in;
    }

    private static final class Shared {
        static String whyMissing;
        static final Encoder ENCODER = openOrNull();
        static final int EDITION = ENCODER == null ? 0 : ENCODER.gloss.edition();

        private static Encoder openOrNull() {
            try {
                return open();
            } catch (IOException | RuntimeException e) {
                whyMissing = e.getMessage();
                LOG.warnf("Messages are read by their words alone: %s", e.getMessage());
                return null;
            }
        }
    }
}
