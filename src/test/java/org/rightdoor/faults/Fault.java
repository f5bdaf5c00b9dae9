package org.rightdoor.faults;

/** Something that breaks while families write, and is mended again when {@link #strike} returns. */
record Fault(String name, Blow blow) {

    interface Blow {
        void strike(Stage stage) throws Exception;
    }

    /**
     * What it did.
     *
     * @param leftToStaff replies that staff are told did not leave, or may not have
     * @param servesAfter milliseconds from the moment it was mended until a new message was acknowledged
     * @param told what families were told instead of an acknowledgement, and how often
     */
    record Damage(
            String name,
            long acknowledged,
            long lost,
            long twice,
            long stuck,
            long leftToStaff,
            long servesAfter,
            String told) {

        String row() {
            return "| %s | %d | %d | %d | %d | %d | %.1f s | %s |"
                    .formatted(name, acknowledged, lost, twice, stuck, leftToStaff, servesAfter / 1000.0, told);
        }
    }

    static final String HEADING =
            """
            | fault | acknowledged | of them lost | replies sent twice | rows stuck | left to staff | serves again after | what families were told |
            |---|---:|---:|---:|---:|---:|---:|---|""";
}
