/** Asking families how the help was, once a case and never where it would hurt, and hearing what they tap. */
package org.rightdoor.survey;
