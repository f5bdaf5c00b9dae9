package org.rightdoor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready for messages only when the tables are up to date: a database that answers may still be an empty one. */
@Readiness
@ApplicationScoped
class TablesAreThere implements HealthCheck {

    @Inject
    Database database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Tables are up to date")
                .status(database.isReady())
                .build();
    }
}
