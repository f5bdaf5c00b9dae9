/** The road in: every channel ends here, and here it is decided which open matter a contact continues. */
package org.rightdoor.intake;
