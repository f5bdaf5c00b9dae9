package org.rightdoor;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;
import java.util.Set;

/**
 * As much of CloudNativePG's Cluster as ours uses
 * (https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/#postgresql-cnpg-io-v1-ClusterSpec).
 */
@Group("postgresql.cnpg.io")
@Version("v1")
@Kind("Cluster")
class PostgresCluster extends CustomResource<PostgresCluster.Spec, Void> implements Namespaced {

    /** Keys of the secret that the operator makes for the owner of the database. */
    static final Set<String> SECRET_KEYS =
            Set.of("username", "user", "password", "host", "port", "dbname", "uri", "jdbc-uri", "pgpass");

    record Spec(
            int instances,
            String imageName,
            String primaryUpdateStrategy,
            Bootstrap bootstrap,
            PostgreSql postgresql,
            Storage storage,
            ResourceRequirements resources) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(String database, String owner) {}

    record PostgreSql(Map<String, String> parameters, Synchronous synchronous) {}

    record Synchronous(String method, int number) {}

    record Storage(String size) {}

    String ownersSecret() {
        return getMetadata().getName() + "-app";
    }
}
