package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in {@code k8s/} is what Kubernetes knows, and its parts fit together. */
class KubernetesTest {

    private static final String OVERLAYS = "k8s/overlays/";

    /** What CloudNativePG puts into the secret of the owner of a database. */
    private static final Set<String> KEYS_OF_OWNER =
            Set.of("username", "user", "password", "host", "port", "dbname", "uri", "jdbc-uri", "pgpass");

    static Stream<Path> manifests() throws IOException {
        return Files.walk(Manifests.ROOT)
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void Every_manifest_holds_only_fields_that_Kubernetes_knows(Path file) {
        assertThat(Manifests.read(file)).isNotEmpty();
    }

    @Test
    void A_misspelt_field_is_found(@TempDir Path directory) throws IOException {
        var file = directory.resolve("service.yaml");
        Files.writeString(
                file, Files.readString(Path.of("k8s/base/service.yaml")).replace("selector:", "selektor:"));
        assertThatThrownBy(() -> Manifests.read(file)).hasMessageContaining("selektor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s/base",
                "k8s/components/rules",
                "k8s/monitoring",
                OVERLAYS + "small",
                OVERLAYS + "district",
                "routing-rules"
            })
    void Every_file_that_a_kustomization_names_is_there_and_every_file_there_is_named(Path directory)
            throws IOException {
        var kustomization = Kustomization.in(directory);
        var named = Stream.concat(kustomization.files().stream(), kustomization.contents().stream())
                .toList();
        assertThat(named).allMatch(Files::exists);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("kustomization.yaml")))
                    .isSubsetOf(named);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "district"})
    void Every_secret_and_configuration_that_a_container_reads_is_made_somewhere(String overlay) {
        var manifests = overlay(overlay);
        var secrets = secrets(manifests);
        containers(manifests).forEach(container -> {
            assertThat(keysReadBy(container))
                    .allSatisfy(key -> assertThat(secrets.getOrDefault(key.getName(), Set.of()))
                            .as(key.getName())
                            .contains(key.getKey()));
            container.getEnvFrom().forEach(from -> {
                if (from.getConfigMapRef() != null)
                    assertThat(manifests.configMaps())
                            .contains(from.getConfigMapRef().getName());
                if (from.getSecretRef() != null)
                    assertThat(secrets).containsKey(from.getSecretRef().getName());
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "district"})
    void Every_container_mounts_volumes_that_exist_and_is_asked_at_ports_that_it_opens(String overlay) {
        pods(overlay(overlay)).forEach(pod -> pod.spec().getContainers().forEach(container -> {
            assertThat(container.getVolumeMounts().stream().map(VolumeMount::getName))
                    .isSubsetOf(pod.volumes());
            var ports =
                    container.getPorts().stream().map(ContainerPort::getName).toList();
            probes(container).filter(probe -> probe.getHttpGet() != null).forEach(probe -> assertThat(ports)
                    .contains(probe.getHttpGet().getPort().getStrVal()));
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "district"})
    void Every_service_budget_and_scaler_finds_its_pods(String overlay) {
        var manifests = overlay(overlay);
        var labels = pods(manifests).map(Pod::labels).toList();
        manifests.all(Service.class).forEach(service -> {
            assertThat(labels).anyMatch(pod -> pod.entrySet()
                    .containsAll(service.getSpec().getSelector().entrySet()));
            assertThat(containers(manifests).flatMap(container -> container.getPorts().stream()))
                    .extracting(ContainerPort::getName)
                    .containsAll(service.getSpec().getPorts().stream()
                            .map(port -> port.getTargetPort().getStrVal())
                            .toList());
        });
        Stream.of(
                        manifests.all(Deployment.class).stream()
                                .map(deployment -> deployment.getSpec().getSelector()),
                        manifests.all(StatefulSet.class).stream()
                                .map(set -> set.getSpec().getSelector()),
                        manifests.all(PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector()))
                .flatMap(selectors -> selectors)
                .filter(Objects::nonNull)
                .map(LabelSelector::getMatchLabels)
                .forEach(wanted ->
                        assertThat(labels).anyMatch(pod -> pod.entrySet().containsAll(wanted.entrySet())));
        assertThat(names(manifests.all(Deployment.class).stream()))
                .containsAll(manifests.all(HorizontalPodAutoscaler.class).stream()
                        .map(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                        .toList());
        assertThat(names(manifests.all(Service.class).stream()))
                .containsAll(manifests.all(StatefulSet.class).stream()
                        .map(set -> set.getSpec().getServiceName())
                        .toList());
    }

    @Test
    void The_ingress_leads_to_a_port_of_the_service_under_the_public_address() {
        var manifests = overlay("district");
        var rule = manifests.all(Ingress.class).get(0).getSpec().getRules().get(0);
        var backend = rule.getHttp().getPaths().get(0).getBackend().getService();
        var service = manifests.all(Service.class).get(0);
        assertThat(backend.getName()).isEqualTo(service.getMetadata().getName());
        assertThat(backend.getPort().getName())
                .isEqualTo(service.getSpec().getPorts().get(0).getName());
        assertThat(Kustomization.in(Path.of(OVERLAYS + "district"))
                        .configMapGenerator()
                        .get(0)
                        .literals())
                .contains("RIGHTDOOR_PUBLIC_URL=https://" + rule.getHost());
    }

    @Test
    void A_pod_starts_Java_as_bin_rightdoor_does() throws IOException {
        assertThat(machineOptions(Path.of("k8s/start"))).isEqualTo(machineOptions(Path.of("bin/rightdoor")));
    }

    private static List<String> machineOptions(Path script) throws IOException {
        var started = Files.readString(script).replace("\\\n", " ");
        var options = Pattern.compile("-X\\S+|-XX:\\S+")
                .matcher(started.substring(started.lastIndexOf("exec ")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(options).contains("-XX:+UseSerialGC");
        return options;
    }

    @Test
    void The_application_runs_without_privileges_and_is_asked_for_its_health() {
        var pod = Manifests.of(Path.of("k8s/base"))
                .all(Deployment.class)
                .get(0)
                .getSpec()
                .getTemplate()
                .getSpec();
        var container = pod.getContainers().get(0);
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(8080);
    }

    @Test
    void A_small_district_has_one_replica_and_a_large_one_three_of_which_two_always_serve() {
        assertThat(overlay("small").all(Deployment.class).get(0).getSpec().getReplicas())
                .isEqualTo(1);
        var large = overlay("district");
        assertThat(large.all(Deployment.class))
                .extracting(d -> d.getSpec().getReplicas())
                .contains(3);
        assertThat(large.all(PodDisruptionBudget.class).get(0).getSpec().getMinAvailable())
                .isEqualTo(new IntOrString(2));
    }

    private static Manifests overlay(String name) {
        return Manifests.of(Path.of(OVERLAYS + name));
    }

    /** A kind of pod and the names of all its volumes. */
    private record Pod(Map<String, String> labels, PodSpec spec, Set<String> volumes) {

        static Pod of(PodTemplateSpec template, Stream<String> claims) {
            var volumes = Stream.concat(
                            template.getSpec().getVolumes().stream().map(volume -> volume.getName()), claims)
                    .collect(Collectors.toSet());
            var metadata = template.getMetadata();
            return new Pod(metadata == null ? Map.of() : metadata.getLabels(), template.getSpec(), volumes);
        }
    }

    private static Stream<Pod> pods(Manifests manifests) {
        return Stream.concat(
                manifests.all(Deployment.class).stream()
                        .map(deployment -> Pod.of(deployment.getSpec().getTemplate(), Stream.empty())),
                manifests.all(StatefulSet.class).stream()
                        .map(set -> Pod.of(
                                set.getSpec().getTemplate(), names(set.getSpec().getVolumeClaimTemplates().stream()))));
    }

    private static Stream<Container> containers(Manifests manifests) {
        return pods(manifests).flatMap(pod -> pod.spec().getContainers().stream());
    }

    private static Stream<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull);
    }

    private static Stream<SecretKeySelector> keysReadBy(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .filter(Objects::nonNull);
    }

    private static Map<String, Set<String>> secrets(Manifests manifests) {
        var secrets = new HashMap<String, Set<String>>();
        Manifests.read(Path.of("k8s/secret.example.yaml"))
                .forEach(secret -> secrets.put(
                        secret.getMetadata().getName(),
                        ((Secret) secret).getStringData().keySet()));
        manifests
                .all("Cluster")
                .forEach(cluster -> secrets.put(cluster.getMetadata().getName() + "-app", KEYS_OF_OWNER));
        return secrets;
    }

    private static Stream<String> names(Stream<? extends io.fabric8.kubernetes.api.model.HasMetadata> resources) {
        return resources.map(resource -> resource.getMetadata().getName());
    }
}
