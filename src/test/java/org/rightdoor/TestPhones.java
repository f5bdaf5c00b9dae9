package org.rightdoor;

import java.util.concurrent.atomic.AtomicInteger;

/** Telephone numbers, each handed out once: of numbers drawn by chance two people soon have the same. */
public final class TestPhones {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private TestPhones() {}

    /** In E.164 form, such as +14435551000. */
    public static String next() {
        return "+1443555" + NEXT.getAndIncrement();
    }
}
