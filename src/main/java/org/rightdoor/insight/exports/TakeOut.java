package org.rightdoor.insight.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.desk.Seat;
import org.rightdoor.portal.Download;
import org.rightdoor.records.Work;

/** Gives tables away as files: to people at the desk and to programs alike. It blocks. */
@ApplicationScoped
class TakeOut {

    enum Form {
        CSV("csv", "text/csv;charset=UTF-8"),
        JSON("json", MediaType.APPLICATION_JSON);

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        RowWriter writer(OutputStream out, Table table) throws IOException {
            return this == CSV ? new CsvFile(out, table) : new JsonFile(out, table);
        }
    }

    @Inject
    Work work;

    List<Table> tables() {
        return work.in(Table::all);
    }

    /**
     * A file of that table, as far as who sits there may see it. Who has seen what is written down before the first row leaves.
     *
     * @param from first day, or null for all before
     * @param until last day, or null
     * @throws NotFoundException when there is no such table
     */
    Response file(String name, Form form, LocalDate from, LocalDate until, Seat seat) {
        var table = tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var taken = new Taken(
                table, seat.sight(), from, until, seat.rules().district().timeZone());
        if (table.isOfCases()) {
            work.in(connection -> taken.views(seat.staff()).run(connection));
        }
        StreamingOutput file = out -> work.in(connection -> {
            var writer = form.writer(out, table);
            taken.rows().each(connection, writer::write);
            writer.close();
            return null;
        });
        return Response.ok(file, form.type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(table.name() + "." + form.ending))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
