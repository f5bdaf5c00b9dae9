package org.rightdoor.routing;

import java.util.List;

/** One of the district's schools, with the other names families call it by. */
public record School(String key, String name, String level, String phone, List<String> aliases) {}
