package org.rightdoor.understand;

/** A text whose topic a person has said; {@code language} is a two-letter code (ISO 639-1). */
public record TrainingText(String topic, String language, String text) {}
