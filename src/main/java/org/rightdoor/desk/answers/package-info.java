/** Answers at the desk: read, written, approved by somebody else, and taken away. */
package org.rightdoor.desk.answers;
