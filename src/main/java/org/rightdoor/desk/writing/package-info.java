/** The reply box: what is being written, what helps to write it well, and who else is writing. */
package org.rightdoor.desk.writing;
