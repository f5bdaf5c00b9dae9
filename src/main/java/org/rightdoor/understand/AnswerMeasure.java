package org.rightdoor.understand;

import java.util.List;
import java.util.Map;

/** What {@code evaluate --answers} asks of the answers, which this room cannot see. */
public interface AnswerMeasure {

    /**
     * Learns when to give which answer, and tries it.
     *
     * @param phrasings labelled with the id of their answer
     * @param test labelled with the id of the right answer, or {@code -} where there is none
     * @param words by words alone, as where the sentence encoder cannot run
     * @return figures by name in the order of printing, fractions from 0 to 1
     */
    Map<String, Double> of(List<LabelledText> phrasings, List<LabelledText> test, boolean words);
}
