package org.rightdoor.desk.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.routing.SafetyRules;

/** The kinds of danger, for pages that let staff choose one. */
@ApplicationScoped
@Named("dangers")
public class Dangers {

    @Inject
    CurrentKnowledge knowledge;

    public Collection<SafetyRules.Category> getAll() {
        return knowledge.now().safety().rules().categories().values();
    }
}
