package org.rightdoor.reply;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A text that does not arrive goes by e-mail, once, where the same person wrote in this case from that address and does
 * not get the same words by e-mail anyway. An address that only belongs to the family is not taken.
 */
@ApplicationScoped
class SecondWay {

    private static final String BY_MAIL =
            """
            with way as (
                insert into reply (inquiry_number, channel, address, text, answer_id, automatic, author, staff_id,
                                   state, created_at, next_try_at, instead_of)
                select r.inquiry_number, 'EMAIL', given.address, r.text, r.answer_id, r.automatic, r.author, r.staff_id,
                       'QUEUED', now(), now(), r.id
                from reply r cross join lateral (
                    select c.address from contact c left join case_link l on l.token = c.link_token
                    where c.inquiry_number = r.inquiry_number and c.address like '%@%'
                      and (c.channel = 'EMAIL' or c.channel = 'WEB' and l.whole)
                      and c.person_id in (select a.person_id from address a
                                          where a.kind = 'PHONE' and a.value = r.address)
                    order by c.at desc limit 1) given
                where r.id = :reply and r.channel = 'SMS' and not r.code
                  and not exists (select 1 from reply same
                                  where same.inquiry_number = r.inquiry_number and same.channel = 'EMAIL'
                                    and same.text = r.text
                                    and same.created_at between r.created_at - interval '1 minute'
                                                            and r.created_at + interval '1 minute')
                  and coalesce((select k.wish from consent k
                                where k.channel = 'EMAIL' and k.address = given.address
                                order by k.id desc limit 1), 'IN') = 'IN'
                on conflict (instead_of) where instead_of is not null do nothing
                returning address)
            update reply set error = concat(error, ' It goes by e-mail to ', way.address, ' instead.')
            from way where id = :reply
            """;

    /** To be called in the transaction that records the failure. */
    Uni<Void> insteadOf(Mutiny.Session session, List<Long> replies) {
        return Multi.createFrom()
                .iterable(replies)
                .onItem()
                .transformToUniAndConcatenate(reply -> session.createNativeQuery(BY_MAIL)
                        .setParameter("reply", reply)
                        .executeUpdate())
                .onItem()
                .ignoreAsUni();
    }
}
