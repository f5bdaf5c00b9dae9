package org.rightdoor.routing;

import java.util.List;
import java.util.Locale;

/** One of the district's schools, with the other names families call it by. */
public record School(String key, String name, String level, String phone, List<String> aliases) {

    /** @param names sees to it that no name stands for two schools */
    static School read(Entry entry, Once names) {
        var name = entry.text("name");
        names.claim(name.toLowerCase(Locale.ROOT), entry.place("name"));
        var aliases = entry.items("aliases");
        aliases.forEach(alias -> names.claim(alias.text().toLowerCase(Locale.ROOT), alias.place()));
        return new School(
                entry.key(),
                name,
                entry.text("level"),
                entry.text("phone"),
                aliases.stream().map(Entry.Item::text).toList());
    }
}
