/** Pages for staff: inbox, case, answers, settings. */
package org.rightdoor.desk;
