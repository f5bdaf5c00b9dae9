package org.rightdoor.portal;

import org.jboss.resteasy.reactive.RestForm;
import org.rightdoor.inquiry.Survey.Said;

/** The questions about the help, as a form sends them; what is no mark, and neither yes nor no, counts as not said. */
class SurveyForm {

    @RestForm
    String courtesy;

    @RestForm
    String timeliness;

    @RestForm
    String solved;

    @RestForm
    String heard;

    @RestForm
    String comment;

    Said said() {
        return new Said(mark(courtesy), mark(timeliness), yes(solved), yes(heard), comment);
    }

    /** 1 to 5, or null. */
    static Integer mark(String value) {
        return value != null && value.matches("[1-5]") ? Integer.valueOf(value) : null;
    }

    private static Boolean yes(String value) {
        return value == null || value.isEmpty() ? null : Boolean.valueOf(value.equals("yes"));
    }
}
