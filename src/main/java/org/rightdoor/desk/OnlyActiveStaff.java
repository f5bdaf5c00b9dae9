package org.rightdoor.desk;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.people.May;
import org.rightdoor.people.StaffMembers;

/** Whoever has left is out with the next click, whatever cookie they hold; whoever is in is known by name. */
@ApplicationScoped
class OnlyActiveStaff implements SecurityIdentityAugmentor {

    @Inject
    StaffMembers members;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) return Uni.createFrom().item(identity);
        return members.byEmail(identity.getPrincipal().getName()).map(staff -> {
            if (staff == null || !staff.active) throw new AuthenticationFailedException();
            return QuarkusSecurityIdentity.builder(identity)
                    .addRoles(May.of(staff))
                    .addAttribute(Seats.STAFF, staff)
                    .build();
        });
    }
}
