package org.rightdoor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Closes a connection that sends a request more slowly than any telephone would (slowloris): a request has some time, and one
 * more second for each 500 bytes that have come of it, as in Apache's mod_reqtimeout. Whoever has sent everything and waits
 * for an answer sends nothing and is left alone; whoever has stopped in the middle is closed by Quarkus' idle timeout.
 */
final class Dawdler extends ChannelDuplexHandler {

    private static final int LEAST_BYTES_A_SECOND = 500;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long grace;
    private final LongSupplier nanoTime;

    private boolean asking;
    private long began;
    private long bytes;

    Dawdler(Duration grace, LongSupplier nanoTime) {
        this.grace = grace.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object received) {
        if (!asking) {
            asking = true;
            began = nanoTime.getAsLong();
            bytes = 0;
        }
        if (received instanceof ByteBuf some) bytes += some.readableBytes();
        if (nanoTime.getAsLong() - began > grace + bytes * SECOND / LEAST_BYTES_A_SECOND) {
            ReferenceCountUtil.release(received);
            connection.close();
            return;
        }
        connection.fireChannelRead(received);
    }

    /** An answer: what comes next is another request. */
    @Override
    public void write(ChannelHandlerContext connection, Object sent, ChannelPromise written) {
        asking = false;
        connection.write(sent, written);
    }
}
