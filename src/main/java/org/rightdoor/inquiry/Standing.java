package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

/** What deeds may change of a case, as a value that can be kept, compared and put back. */
record Standing(
        String department,
        String topic,
        List<String> because,
        List<String> tags,
        Priority priority,
        Status status,
        int contacts,
        Instant lastContactAt,
        Instant waitingSince,
        Instant resolvedAt,
        Instant firstAnsweredAt,
        List<Long> rests,
        Tone.Urgency urgency,
        boolean distress,
        float confidence,
        int openParts,
        boolean halfAnswered,
        Long assigneeId,
        Instant snoozedUntil,
        Long mergedInto,
        boolean confidential,
        boolean safety) {

    static Standing of(Inquiry inquiry) {
        return new Standing(
                inquiry.department,
                inquiry.topic,
                List.of(inquiry.because),
                List.of(inquiry.tags),
                inquiry.priority,
                inquiry.status,
                inquiry.contacts,
                inquiry.lastContactAt,
                inquiry.waitingSince,
                inquiry.resolvedAt,
                inquiry.firstAnsweredAt,
                List.of(inquiry.rests),
                inquiry.urgency,
                inquiry.distress,
                inquiry.confidence,
                inquiry.openParts,
                inquiry.halfAnswered,
                inquiry.assigneeId,
                inquiry.snoozedUntil,
                inquiry.mergedInto,
                inquiry.confidential,
                inquiry.safety);
    }

    void putInto(Inquiry inquiry) {
        inquiry.department = department;
        inquiry.topic = topic;
        inquiry.because = because.toArray(String[]::new);
        inquiry.tags = tags.toArray(String[]::new);
        inquiry.priority = priority;
        inquiry.status = status;
        inquiry.contacts = contacts;
        inquiry.lastContactAt = lastContactAt;
        inquiry.waitingSince = waitingSince;
        inquiry.resolvedAt = resolvedAt;
        inquiry.firstAnsweredAt = firstAnsweredAt;
        inquiry.rests = rests.toArray(Long[]::new);
        inquiry.urgency = urgency;
        inquiry.distress = distress;
        inquiry.confidence = confidence;
        inquiry.openParts = openParts;
        inquiry.halfAnswered = halfAnswered;
        inquiry.assigneeId = assigneeId;
        inquiry.snoozedUntil = snoozedUntil;
        inquiry.mergedInto = mergedInto;
        inquiry.confidential = confidential;
        inquiry.safety = safety;
    }
}
