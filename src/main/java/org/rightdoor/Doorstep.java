package org.rightdoor;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Meets every connection before anything of it is read as a request, and sets a {@link Dawdler} to watch it. */
public final class Doorstep implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watched());
    }

    /** Vert.x's own, for nothing else of it is at hand before the first request has been read. */
    private static final class Watched extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            var slowAfter = ConfigProvider.getConfig().getValue("rightdoor.slow-after", Duration.class);
            bootstrap.handler(new Accepted(slowAfter));
        }
    }

    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final Duration slowAfter;

        Accepted(Duration slowAfter) {
            this.slowAfter = slowAfter;
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(new Dawdler(slowAfter, System::nanoTime));
            server.fireChannelRead(accepted);
        }
    }
}
