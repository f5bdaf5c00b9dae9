package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.rightdoor.channel.web.Crowd;
import org.rightdoor.channel.web.Crowd.Press;
import org.rightdoor.channel.web.Suspected.Because;
import org.rightdoor.channel.web.Work;

/** Looks at what is sent before it is taken: a person judges what looks like spam, and nobody is sent away. */
@ApplicationScoped
class Threshold {

    @Inject
    CurrentVertxRequest request;

    @Inject
    Crowd crowd;

    @Inject
    Seal seal;

    /**
     * Why a person should look at it first; empty for nearly all.
     *
     * @param trap what stands in a field that people do not see
     * @param proof that the browser has worked for it, or null
     */
    Optional<Because> suspicion(String text, String nonce, String trap, String proof) {
        if (trap != null && !trap.isBlank()) return Optional.of(Because.TRAP);
        var from = crowd.from(address());
        var same = crowd.saying(text);
        if (from == Press.NONE && same == Press.NONE) return Optional.empty();
        var because = from == Press.NONE ? Because.REPEATED : Because.CROWD;
        var flooded = from == Press.FLOOD || same == Press.FLOOD;
        return !flooded && Work.isDone(nonce, text, proof) ? Optional.empty() : Optional.of(because);
    }

    /** True when more comes from there than families can send. */
    boolean isFlooded() {
        return crowd.from(address()) == Press.FLOOD;
    }

    /** A name for who is asking: the same for the same network address, and of no use to anybody else. */
    String visitor() {
        return seal.of("visitor", address());
    }

    private String address() {
        return request.getCurrent().request().remoteAddress().hostAddress();
    }
}
