package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A statement put together from pieces, with named parameters as in {@link Sight}, for the reactive client, which knows
 * them by number. Through it a list costs half the processor time it costs through Hibernate.
 */
public final class Sql {

    // Not the second colon of a cast.
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private static final Pattern PLAIN = Pattern.compile("[\\w,{}-]*");

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();

    public Sql(String text) {
        this.text.append(text);
    }

    public Sql add(String more) {
        text.append(more);
        return this;
    }

    /**
     * A text that becomes a part of the statement and no parameter of it: for what has few values, and decides how the
     * statement is best answered. Its plan can then be kept.
     */
    Sql written(String name, String value) {
        if (!PLAIN.matcher(value).matches()) throw new IllegalArgumentException("Not plain: " + value);
        written.put(name, "'" + value + "'");
        return this;
    }

    public Sql with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Lets something set its own parameters, such as {@code sql.with(sight::bind)}. */
    public Sql with(Consumer<BiConsumer<String, Object>> parameters) {
        parameters.accept(values::put);
        return this;
    }

    public Uni<RowSet<Row>> on(SqlClient client) {
        var arguments = new ArrayList<>();
        var numbered = numbered(arguments);
        return client.preparedQuery(numbered).execute(Tuple.tuple(arguments));
    }

    /** The text with numbers, whose values are added in their order. */
    String numbered(List<Object> arguments) {
        var numbers = new HashMap<String, Integer>();
        return NAME.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            if (written.containsKey(name)) return written.get(name);
            if (!values.containsKey(name)) throw new IllegalStateException("No value for :" + name);
            var number = numbers.computeIfAbsent(name, first -> {
                arguments.add(values.get(first));
                return arguments.size();
            });
            return "\\$" + number;
        });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
