package org.rightdoor.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rightdoor.Config;

/**
 * Tells addresses of the world from those inside the district's network, to which a calendar's or a webhook's address must
 * not lead us (OWASP, server-side request forgery). A host is looked up, and every address it has is looked at.
 */
public final class OutsideHosts {

    private static final Set<String> SCHEMES = Set.of("https", "http");

    /** Beyond what Java itself calls local: private and shared networks (RFC 6890), and IPv6 that holds an IPv4 address. */
    private static final List<Block> INSIDE = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("192.0.0.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("240.0.0.0", 4),
            Block.of("fc00::", 7),
            Block.of("64:ff9b::", 96),
            Block.of("2002::", 16),
            Block.of("::", 96));

    private final Set<String> inside;

    /** @param inside hosts inside that may be asked all the same, in lower case */
    public OutsideHosts(Set<String> inside) {
        this.inside = inside;
    }

    public static OutsideHosts of(Config config) {
        return new OutsideHosts(config.insideHosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    /**
     * The address, if it may be asked.
     *
     * @throws IOException saying why not, and what to set
     */
    public URI check(URI address) throws IOException {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IOException("only http and https are asked, not " + address.getScheme());
        }
        if (address.getHost() == null || address.getRawUserInfo() != null)
            throw new IOException("the address names no host");
        var host = address.getHost().toLowerCase(Locale.ROOT);
        if (inside.contains(host)) return address;
        for (var one : InetAddress.getAllByName(host)) {
            if (isInside(one)) {
                throw new IOException(host + " lies inside the network; name it in RIGHTDOOR_INSIDE_HOSTS to allow it");
            }
        }
        return address;
    }

    static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || INSIDE.stream().anyMatch(block -> block.holds(address));
    }

    /** Addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {

        static Block of(String start, int bits) {
            try {
                return new Block(InetAddress.getByName(start).getAddress(), bits);
            } catch (IOException notAnAddress) {
                throw new IllegalArgumentException(notAnAddress);
            }
        }

        boolean holds(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != start.length) return false;
            var whole = bits / 8;
            if (!Arrays.equals(bytes, 0, whole, start, 0, whole)) return false;
            var rest = bits % 8;
            return rest == 0 || (bytes[whole] ^ start[whole]) >> 8 - rest == 0;
        }
    }
}
