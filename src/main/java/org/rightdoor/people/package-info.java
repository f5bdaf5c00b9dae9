/** Who writes and who answers: people with their addresses, and the staff of the district. */
package org.rightdoor.people;
