package org.rightdoor.portal;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ForOperatorsTest {

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 203.0.113.7, /q/metrics",
        "Forwarded, for=203.0.113.7, /q/metrics",
        "X-Forwarded-For, 203.0.113.7, /q/./metrics",
        "X-Forwarded-For, 203.0.113.7, /q/%6Detrics"
    })
    void Through_a_proxy_nobody_reads_metrics(String header, String value, String path) {
        given().urlEncodingEnabled(false).header(header, value).get(path).then().statusCode(404);
    }

    @Test
    void Inside_metrics_are_read_and_health_is_everywhere() {
        given().get("/q/metrics").then().statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/health/ready")
                .then()
                .statusCode(200);
    }
}
