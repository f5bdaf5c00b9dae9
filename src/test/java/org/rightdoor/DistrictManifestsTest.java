package org.rightdoor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a large installation know each other by the right names, and their numbers add up. */
class DistrictManifestsTest {

    /** Kubernetes takes no larger ConfigMap. */
    private static final long LARGEST_CONFIG_MAP = 1 << 20;

    /** Twelve to work with, one that hears of changes, and four for what needs JDBC (application.properties). */
    private static final int CONNECTIONS_OF_A_REPLICA = 17;

    /**
     * What the operator lets a pooler be told of PgBouncer's settings, as far as we may want them; it refuses any other name
     * (CloudNativePG, AllowedPgbouncerGenericConfigurationParameters in internal/webhook/v1/pooler_webhook.go; all of them since
     * its first poolers).
     */
    private static final Set<String> ALLOWED_BY_THE_OPERATOR = Set.of(
            "client_idle_timeout",
            "default_pool_size",
            "idle_transaction_timeout",
            "ignore_startup_parameters",
            "max_client_conn",
            "max_db_connections",
            "min_pool_size",
            "query_timeout",
            "query_wait_timeout",
            "reserve_pool_size",
            "server_idle_timeout",
            "server_lifetime",
            "server_login_retry",
            "server_reset_query");

    private static final Manifests DISTRICT = Manifests.of(Path.of("k8s/overlays/district"));

    private final GenericKubernetesResource cluster = DISTRICT.all("Cluster").get(0);
    private final GenericKubernetesResource pooler = DISTRICT.all("Pooler").get(0);

    @Test
    void The_database_has_two_standbys_one_of_which_has_what_was_acknowledged() {
        assertThat(cluster.<Integer>get("spec", "instances")).isEqualTo(3);
        assertThat(cluster.<Integer>get("spec", "postgresql", "synchronous", "number"))
                .isEqualTo(1);
        assertThat(pooler.<String>get("spec", "cluster", "name")).isEqualTo(name(cluster));
    }

    @Test
    void It_is_backed_up_every_night_to_a_store_that_is_described() {
        var nightly = DISTRICT.all("ScheduledBackup").get(0);
        var store = DISTRICT.all("ObjectStore").get(0);
        assertThat(nightly.<String>get("spec", "cluster", "name")).isEqualTo(name(cluster));
        assertThat(nightly.<String>get("spec", "pluginConfiguration", "name"))
                .isEqualTo(cluster.get("spec", "plugins", 0, "name"));
        assertThat(cluster.<String>get("spec", "plugins", 0, "parameters", "barmanObjectName"))
                .isEqualTo(name(store));
    }

    @Test
    void The_application_reaches_it_through_the_pooler_as_a_role_that_is_made() {
        var address = env(DISTRICT.all(Deployment.class).get(0).getMetadata().getName(), "RIGHTDOOR_DATABASE_URL");
        assertThat(address).contains("@" + name(pooler) + ":5432/");
        assertThat(address).startsWith("postgresql://" + cluster.get("spec", "managed", "roles", 0, "name") + ":");
        assertThat(address).endsWith("/" + cluster.get("spec", "bootstrap", "initdb", "database"));
        // PgBouncer refuses a connection that asks for what it neither knows nor is told to leave out.
        var leftOut = pooler.<String>get("spec", "pgbouncer", "parameters", "ignore_startup_parameters");
        assertThat(leftOut.split(",")).containsAll(Pooler.asked());
        assertThat(ALLOWED_BY_THE_OPERATOR)
                .containsAll(pooler.<Map<String, String>>get("spec", "pgbouncer", "parameters")
                        .keySet());
        // It listens and prepares statements, which live as long as a session.
        assertThat(pooler.<String>get("spec", "pgbouncer", "poolMode")).isEqualTo("session");
    }

    @Test
    void The_most_replicas_there_can_be_find_a_connection_each() {
        var replicas =
                DISTRICT.all(HorizontalPodAutoscaler.class).get(0).getSpec().getMaxReplicas();
        var passedOn = Integer.parseInt(pooler.get("spec", "pgbouncer", "parameters", "default_pool_size"))
                * pooler.<Integer>get("spec", "instances");
        var most = Integer.parseInt(cluster.get("spec", "postgresql", "parameters", "max_connections"));
        // One more is there during a release.
        assertThat((replicas + 1) * CONNECTIONS_OF_A_REPLICA).isLessThanOrEqualTo(passedOn);
        assertThat(passedOn).isLessThan(most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "district"})
    void Every_pod_runs_without_privileges_on_a_file_system_it_cannot_write_and_says_what_it_needs(String overlay) {
        var containers = containers(Manifests.of(Path.of("k8s/overlays", overlay)));
        assertThat(containers).isNotEmpty().allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }

    @Test
    void Nobody_reaches_a_pod_but_by_a_policy_that_says_so() {
        var policies = DISTRICT.all(NetworkPolicy.class);
        assertThat(policies)
                .filteredOn(policy ->
                        policy.getSpec().getPodSelector().getMatchLabels().isEmpty())
                .singleElement()
                .satisfies(all -> assertThat(all.getSpec().getIngress()).isEmpty());
        assertThat(policies)
                .extracting(policy ->
                        policy.getSpec().getPodSelector().getMatchLabels().toString())
                .contains(
                        "{cnpg.io/poolerName=" + name(pooler) + "}",
                        "{cnpg.io/cluster=" + name(cluster) + "}",
                        "{app.kubernetes.io/name=rightdoor}");
    }

    @Test
    void Every_host_of_the_ingress_has_a_certificate() {
        var ingress = DISTRICT.all(Ingress.class).get(0).getSpec();
        assertThat(ingress.getTls().get(0).getHosts())
                .containsExactly(ingress.getRules().get(0).getHost());
        assertThat(ingress.getTls().get(0).getSecretName()).isNotBlank();
    }

    @Test
    void Every_part_of_the_rules_fits_into_a_ConfigMap_and_is_mounted() throws IOException {
        var rules = Kustomization.in(Path.of("routing-rules"));
        var mounted = DISTRICT.all(Deployment.class).stream()
                .flatMap(deployment -> deployment.getSpec().getTemplate().getSpec().getVolumes().stream())
                .flatMap(volume -> volume.getProjected() == null
                        ? Stream.ofNullable(volume.getConfigMap()).map(map -> map.getName())
                        : volume.getProjected().getSources().stream()
                                .map(source -> source.getConfigMap().getName()))
                .toList();
        assertThat(mounted).containsExactlyInAnyOrderElementsOf(rules.configMaps());
        for (var part : rules.configMapGenerator()) {
            var bytes = 0L;
            for (var file : part.files()) bytes += Files.size(Path.of("routing-rules", file));
            assertThat(bytes).as(part.name()).isLessThan(LARGEST_CONFIG_MAP);
        }
    }

    @Test
    void A_field_that_the_operator_does_not_know_is_found(@TempDir Path directory) throws IOException {
        var file = directory.resolve("database.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("k8s/overlays/district/database.yaml"))
                        .replace("poolMode: session", "poolMode: statement\n    poolsize: 3"));
        assertThatThrownBy(() -> Manifests.read(file))
                .hasMessageContaining("Pooler/spec/pgbouncer/poolMode is none of")
                .hasMessageContaining("Pooler/spec/pgbouncer/poolsize is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/district", "monitoring"})
    void What_is_put_together_holds_only_fields_that_are_known(String folder) {
        var rendered = Rendered.of(Path.of("k8s", folder));
        assertThat(rendered).isNotEmpty().allSatisfy(document -> Manifests.typed(document, Path.of(folder)));
    }

    /** Where kubectl is installed; without it the test above has read what we put together by the same rules. */
    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/district", "monitoring"})
    void It_is_what_kustomize_itself_puts_together(String folder, @TempDir Path directory) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl"))),
                "kubectl is not installed");
        var rendered = directory.resolve("rendered.yaml");
        var kubectl = new ProcessBuilder("kubectl", "kustomize", "k8s/" + folder)
                .redirectErrorStream(true)
                .redirectOutput(rendered.toFile())
                .start();
        assertThat(kubectl.waitFor(60, SECONDS)).isTrue();
        assertThat(kubectl.exitValue()).as(Files.readString(rendered)).isZero();
        // A hash of its content is part of a configuration's name.
        Files.writeString(rendered, Files.readString(rendered).replaceAll("(name: rightdoor)-[a-z0-9]{10}\\b", "$1"));
        assertThat(Rendered.of(Path.of("k8s", folder)))
                .map(document -> StrategicMerge.sorted("", document))
                .containsExactlyInAnyOrderElementsOf(Manifests.documents(rendered)
                        .map(document -> StrategicMerge.sorted("", document))
                        .toList());
    }

    private static String env(String deployment, String variable) {
        return DISTRICT.all(Deployment.class).stream()
                .filter(made -> made.getMetadata().getName().equals(deployment))
                .flatMap(made -> made.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(set -> set.getName().equals(variable) && set.getValue() != null)
                .map(set -> set.getValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<Container> containers(Manifests manifests) {
        return Stream.concat(
                        manifests.all(Deployment.class).stream()
                                .map(made -> made.getSpec().getTemplate().getSpec()),
                        manifests.all(StatefulSet.class).stream()
                                .map(made -> made.getSpec().getTemplate().getSpec()))
                .flatMap(pod -> pod.getContainers().stream())
                // A patch says only what it changes.
                .filter(container -> container.getImage() != null)
                .toList();
    }

    private static String name(GenericKubernetesResource resource) {
        return resource.getMetadata().getName();
    }
}
