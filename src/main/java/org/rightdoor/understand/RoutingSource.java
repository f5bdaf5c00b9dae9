package org.rightdoor.understand;

import java.util.List;

/** What {@code evaluate --routing} needs to know of the rules, which this room cannot see. */
public interface RoutingSource {

    List<TrainingText> trainingTexts();

    /** Key of the department that answers a topic. */
    String department(String topic);
}
