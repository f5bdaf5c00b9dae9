package org.rightdoor.answers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;

/** The knowledge in force; a change under {@code routing-rules/} is taken over when it is free of faults. */
@ApplicationScoped
public class CurrentKnowledge {

    @Inject
    Config config;

    private volatile Knowledge knowledge;

    @PostConstruct
    void read() {
        knowledge = Knowledge.of(config.rules(), config.data().resolve("model"));
    }

    public Knowledge now() {
        return knowledge;
    }
}
