/** Approved answers, when one may be given, and all that the district knows as one consistent whole. */
package org.rightdoor.answers;
