package org.rightdoor.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Many entities of one table as one value of a statement that stores them all. Columns are found as Hibernate finds them, from
 * the names of the fields, so that what is added to an entity is stored here too.
 */
final class Rows<T> {

    private final String table;
    private final List<Column> columns;

    private record Column(String name, Field field) {}

    /** @param numbered true where the entity comes with the number that the database would give it */
    Rows(Class<T> entity, boolean numbered) {
        table = column(entity.getSimpleName());
        columns = Arrays.stream(entity.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && !field.getName().startsWith("$$"))
                .filter(field -> !field.isAnnotationPresent(Transient.class))
                .filter(field -> numbered || !field.isAnnotationPresent(GeneratedValue.class))
                .map(field -> new Column(column(field.getName()), field))
                .toList();
        columns.forEach(column -> column.field.setAccessible(true));
    }

    /** SQL that stores the rows of that parameter, such as {@code $1}. */
    String insert(String parameter) {
        var names = String.join(", ", columns.stream().map(Column::name).toList());
        return "insert into " + table + " (" + names + ") select " + names + " from json_populate_recordset(null::"
                + table + ", " + parameter + "::text::json)";
    }

    /** The value of that parameter. */
    String of(Collection<T> entities) {
        var rows = new JsonArray();
        for (var entity : entities) rows.add(row(entity));
        return rows.encode();
    }

    private JsonObject row(T entity) {
        var row = new JsonObject();
        try {
            for (var column : columns) {
                var value = column.field.get(entity);
                if (value != null) row.put(column.name, plain(value));
            }
        } catch (IllegalAccessException madeAccessible) {
            throw new IllegalStateException(madeAccessible);
        }
        return row;
    }

    private static Object plain(Object value) {
        // Rounded down, as Hibernate does.
        if (value instanceof Instant at)
            return at.truncatedTo(ChronoUnit.MICROS).toString();
        if (value instanceof Object[] many) return new JsonArray(List.of(many));
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String column(String name) {
        var column = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0) column.append('_');
            column.append(Character.toLowerCase(letter));
        }
        return column.toString();
    }
}
