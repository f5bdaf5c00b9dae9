package org.rightdoor;

import io.quarkus.logging.Log;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** Says where to go: the address, and how the first person logs in. */
@ApplicationScoped
class Welcome {

    @Inject
    Config config;

    @Inject
    StaffMembers staff;

    void ready(@ObservesAsync HttpServerStart start) {
        var millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        Log.infof("RightDoor is ready at %s after %.1f s", config.publicUrl(), millis / 1000.0);
        if (config.demo()) Log.info(demoGuide());
    }

    void inviteFirstAdmin(@ObservesAsync Database.Ready ready) throws Throwable {
        if (config.demo()) return;
        var admins = VertxContextSupport.subscribeAndAwait(staff::all);
        if (admins.isEmpty()) {
            VertxContextSupport.subscribeAndAwait(
                    () -> staff.invite(config.adminEmail(), "Administrator", Staff.ADMIN, List.of(), "RightDoor"));
            admins = VertxContextSupport.subscribeAndAwait(staff::all);
        }
        for (var admin : strangers(admins)) sayHowToGetIn(admin);
    }

    /**
     * Administrators who wait for a way in, while none has ever got in. Once one has, the others get their links from there, and
     * a lost password's too: a log is read by more people than one.
     */
    static List<Staff> strangers(List<Staff> staff) {
        var admins = staff.stream().filter(Staff::isAdmin).toList();
        if (admins.stream().anyMatch(admin -> admin.enteredAt != null)) return List.of();
        return admins.stream().filter(admin -> admin.invitation != null).toList();
    }

    // The same link again while it works, so that several replicas print one; a new one when its week is over.
    private void sayHowToGetIn(Staff admin) throws Throwable {
        var invited = admin.invitationExpires.isAfter(Instant.now())
                ? admin
                : VertxContextSupport.subscribeAndAwait(() -> staff.inviteAgain(admin.id));
        Log.infof(
                "Nobody has logged in as %s yet. Set the password at %s/welcome/%s (works once, until %s)",
                invited.email, config.publicUrl(), invited.invitation, invited.invitationExpires);
    }

    private String demoGuide() {
        return """
                The sample district is open:
                  families   %1$s/
                  staff      %1$s/desk   log in as admin@maple.example or transportation@maple.example
                                         (any department works), password: demo
                  a phone    %1$s/demo/phone     text the district as a family would
                  a mailbox  %1$s/demo/mailbox   write to the district as a family would"""
                .formatted(config.publicUrl());
    }
}
