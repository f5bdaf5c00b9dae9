package org.rightdoor.understand;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * What the lexical view sees: words, pairs of neighbours with the text's borders, and the pieces of each word, which
 * carry misspelt words and endings.
 */
final class LexicalFeatures implements FeatureGenerator {

    static final String WORD = "w=";
    private static final String PAIR = "b=";
    private static final String PIECE = "c=";
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 4;

    @Override
    public Collection<String> extractFeatures(String[] forms, Map<String, Object> extraInformation) {
        var features = new LinkedHashSet<String>();
        var before = "<";
        for (var form : forms) {
            features.add(WORD + form);
            features.add(PAIR + before + " " + form);
            addPieces(form, features);
            before = form;
        }
        features.add(PAIR + before + " >");
        return features;
    }

    static boolean isWord(String feature) {
        return feature.startsWith(WORD);
    }

    static void addPieces(String form, Collection<String> features) {
        var bordered = "_" + form + "_";
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= bordered.length(); from++) {
                features.add(PIECE + bordered.substring(from, from + length));
            }
        }
    }
}
