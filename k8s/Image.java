import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The container image as a local archive, without a daemon; k8s/image.sh starts it from the top of the project. */
class Image {

    /** Compressed; the encoder, the embedded PostgreSQL for machines of its own, and Java are most of it. */
    private static final long LARGEST = 700L << 20;

    private static final String USER = "10001:10001";
    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");

    /** Arguments: the base (an archive, or a directory that is a root file system), and where the image goes. */
    public static void main(String... arguments) throws Exception {
        var archive = Path.of(arguments[1]);
        build(Path.of(arguments[0])).containerize(Containerizer.to(TarImage.at(archive).named("rightdoor:0.1.0"))
                .setOfflineMode(true)
                .setAllowInsecureRegistries(false));
        check(archive);
    }

    private static JibContainerBuilder build(Path base) throws Exception {
        var image = Files.isDirectory(base)
                ? Jib.fromScratch().addFileEntriesLayer(layer("base", base, AbsoluteUnixPath.get("/")))
                : Jib.from(TarImage.at(base));
        var app = Path.of("target/quarkus-app");
        // What changes least comes first, so that a new release or new rules are a small layer.
        return image.addFileEntriesLayer(layer("libraries", app.resolve("lib"), APP.resolve("lib")))
                .addFileEntriesLayer(layer("quarkus", app.resolve("quarkus"), APP.resolve("quarkus")))
                .addFileEntriesLayer(layer("learned", Path.of("target/learned"), APP.resolve("learned")))
                .addFileEntriesLayer(layer("rules", Path.of("routing-rules"), APP.resolve("routing-rules")))
                .addFileEntriesLayer(FileEntriesLayer.builder()
                        .setName("application")
                        .addEntryRecursive(app.resolve("app"), APP.resolve("app"))
                        .addEntry(app.resolve("quarkus-run.jar"), APP.resolve("quarkus-run.jar"))
                        .addEntry(
                                Path.of("k8s/start"),
                                APP.resolve("start"),
                                FilePermissions.fromOctalString("755"))
                        .build())
                .setWorkingDirectory(APP)
                .setUser(USER)
                .addExposedPort(Port.tcp(8080))
                .addEnvironmentVariable("MALLOC_ARENA_MAX", "2")
                .addEnvironmentVariable("PATH", "/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin")
                .setEntrypoint("./start");
    }

    private static FileEntriesLayer layer(String name, Path from, AbsoluteUnixPath to) throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                var at = to.resolve(from.relativize(file).toString());
                var mode = Files.isDirectory(file) || Files.isExecutable(file) ? "755" : "644";
                if (!file.equals(from)) layer.addEntry(file, at, FilePermissions.fromOctalString(mode));
            }
        }
        return layer.build();
    }

    private static void check(Path archive) throws IOException {
        var json = new HashMap<String, JsonNode>();
        var sizes = new HashMap<String, Long>();
        read(archive, json, sizes);
        var manifest = json.get("manifest.json").get(0);
        var config = json.get(manifest.get("Config").asText()).get("config");
        var layers = manifest.get("Layers");
        System.out.printf("%s: %d MB, user %s, starts %s%n", archive, Files.size(archive) >> 20,
                config.get("User").asText(), config.get("Entrypoint"));
        for (var layer : layers) System.out.printf("  layer of %7.1f MB%n", sizes.get(layer.asText()) / 1048576.0);
        expect(config.get("User").asText().equals(USER), "it runs as " + config.get("User"));
        expect(config.get("Entrypoint").toString().equals("[\"./start\"]"), "it starts " + config.get("Entrypoint"));
        expect(layers.size() >= 6, "it has " + layers.size() + " layers");
        expect(sizes.get(layers.get(layers.size() - 1).asText()) < 20 << 20, "a release is more than 20 MB");
        expect(Files.size(archive) < LARGEST, "it is larger than " + (LARGEST >> 20) + " MB");
    }

    private static void read(Path archive, Map<String, JsonNode> json, Map<String, Long> sizes) throws IOException {
        try (var tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                sizes.put(entry.getName(), entry.getSize());
                if (entry.getName().endsWith(".json"))
                    json.put(entry.getName(), new ObjectMapper().readTree(tar.readAllBytes()));
            }
        }
    }

    private static void expect(boolean fine, String otherwise) {
        if (fine) return;
        System.err.println("The image is not as it should be: " + otherwise);
        System.exit(1);
    }
}
