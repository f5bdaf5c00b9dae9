package org.rightdoor.channel.sms;

import org.rightdoor.Config;

/** Addresses as the world sees them. */
public final class PublicAddress {

    private PublicAddress() {}

    /** @param path with a slash at the beginning, perhaps with a query */
    public static String of(Config config, String path) {
        var base = config.publicUrl().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
