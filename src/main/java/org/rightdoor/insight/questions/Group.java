package org.rightdoor.insight.questions;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.rightdoor.records.Sql;

/** Questions of one meaning, one topic and one kind of people. */
record Group(long id, Middle middle) {

    static List<Group> of(Connection connection, String topic, boolean ofStaff) throws SQLException {
        return Sql.of("select id, middle, weight from question_group where topic = ? and of_staff = ?", topic, ofStaff)
                .list(connection, Group::read);
    }

    static Group add(Connection connection, Asked asked, float[] place) throws SQLException {
        var id = Sql.of(
                        "insert into question_group (topic, of_staff, middle, weight) values (?, ?, ?::real[], 1) returning id",
                        asked.topic(),
                        asked.isOfStaff(),
                        literal(place))
                .first(connection, row -> row.getLong(1));
        return new Group(id, Middle.of(place));
    }

    Group takeIn(Connection connection, Middle more) throws SQLException {
        var moved = middle.with(more);
        Sql.of(
                        "update question_group set middle = ?::real[], weight = ? where id = ?",
                        literal(moved.place()),
                        moved.weight(),
                        id)
                .run(connection);
        return new Group(id, moved);
    }

    /** The other one becomes part of this. */
    Group absorb(Connection connection, Group other) throws SQLException {
        Sql.of("update question set group_id = ? where group_id = ?", id, other.id)
                .run(connection);
        Sql.of(
                        """
                        delete from root_cause c where c.group_id = ? and c.done_at is null and exists (
                            select from root_cause o where o.group_id = ? and o.person_id = c.person_id and o.done_at is null)""",
                        other.id,
                        id)
                .run(connection);
        Sql.of("update root_cause set group_id = ? where group_id = ?", id, other.id)
                .run(connection);
        Sql.of(
                        """
                        update question_group g set answer_id = coalesce(g.answer_id, o.answer_id) from question_group o
                        where g.id = ? and o.id = ?""",
                        id,
                        other.id)
                .run(connection);
        Sql.of("delete from question_group where id = ?", other.id).run(connection);
        return takeIn(connection, other.middle);
    }

    private static Group read(ResultSet row) throws SQLException {
        return new Group(row.getLong("id"), new Middle(floats(row.getArray("middle")), row.getInt("weight")));
    }

    private static float[] floats(Array array) throws SQLException {
        var boxed = (Float[]) array.getArray();
        var place = new float[boxed.length];
        for (int i = 0; i < place.length; i++) place[i] = boxed[i];
        return place;
    }

    private static String literal(float[] place) {
        var text = new StringBuilder("{");
        for (var value : place) text.append(text.length() == 1 ? "" : ",").append(value);
        return text.append('}').toString();
    }
}
