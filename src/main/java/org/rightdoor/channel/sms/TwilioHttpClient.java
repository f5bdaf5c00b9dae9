package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

/** Sends each request once, to Twilio or to another host in its place. */
final class TwilioHttpClient extends NetworkHttpClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final URI base;

    /**
     * @param base in place of {@code https://api.twilio.com} and Twilio's other hosts, or null
     * @param patience how long an answer may take
     */
    TwilioHttpClient(URI base, Duration patience) {
        super(RequestConfig.custom()
                .setConnectTimeout(CONNECT)
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(Timeout.of(patience))
                .build());
        this.base = base;
    }

    @Override
    public Response makeRequest(Request request) {
        var response = super.makeRequest(base == null ? request : new Redirected(request, base));
        if (response.getStatusCode() >= 500) throw outOfOrder(response.getStatusCode());
        return response;
    }

    // Said here because the SDK forgets the status of an error that is not written in JSON, as proxies write theirs.
    private static ApiException outOfOrder(int status) {
        return new ApiException("out of order", status);
    }

    // The SDK would repeat a request after an error of Twilio's, and a family would get the text twice.
    @Override
    protected boolean shouldRetry(Response response, int[] retryCodes) {
        return false;
    }

    private static final class Redirected extends Request {

        private final String address;

        Redirected(Request request, URI base) {
            super(request.getMethod(), request.getUrl());
            address = base.toString().replaceAll("/$", "")
                    + URI.create(request.getUrl()).getRawPath();
            queryParams.putAll(request.getQueryParams());
            postParams.putAll(request.getPostParams());
            headerParams.putAll(request.getHeaderParams());
            setContentType(request.getContentType());
            setBody(request.getBody());
            setFormParameters(request.getFormParameters());
            setAuth(request.getUsername(), request.getPassword());
        }

        @Override
        protected String buildURL() {
            return address;
        }
    }
}
