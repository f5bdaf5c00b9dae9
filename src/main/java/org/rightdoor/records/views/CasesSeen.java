package org.rightdoor.records.views;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.rightdoor.desk.Seats;

/**
 * Writes down every answer that shows a case. Here and not in each page, so that a page that is added tomorrow is in the log
 * too.
 */
class CasesSeen {

    private static final int WRONG_INPUT = 422;
    private static final int CONFLICT = 409;

    @Inject
    Seats seats;

    @Inject
    Views views;

    @ServerResponseFilter
    public void see(ContainerRequestContext request, ContainerResponseContext response) {
        if (!shows(response.getStatus())) return;
        var path = request.getUriInfo().getPath();
        var road = Road.of(path);
        if (road == null) return;
        var named = path.split("/")[road == Road.FAMILY ? 2 : 3];
        views.add(road == Road.FAMILY ? View.throughLink(named) : byStaff(Long.parseLong(named), road));
    }

    private View byStaff(long number, Road road) {
        return View.by(seats.now().staff(), number, road, "");
    }

    // What was typed wrong comes back on the page of the case.
    private static boolean shows(int status) {
        return status / 100 == 2 || status == WRONG_INPUT || status == CONFLICT;
    }
}
