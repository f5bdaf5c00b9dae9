/** Alerts at the desk: who was called, who has it, what became of it, and who is called next time. */
package org.rightdoor.desk.safety;
