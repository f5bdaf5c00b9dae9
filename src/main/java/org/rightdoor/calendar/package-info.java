/** When the district is open, and by when it owes an answer. */
package org.rightdoor.calendar;
