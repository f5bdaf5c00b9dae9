package org.rightdoor.routing;

/** The names that one file of the district may use of another. */
record Known(Names departments, Names topics, Names schools) {}
