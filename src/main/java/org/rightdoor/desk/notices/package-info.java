/** Telling staff what is new for them, by mail or in the browser, as each wishes: numbers only, no words of families. */
package org.rightdoor.desk.notices;
