/** To whom outside the district something was given, and on what ground. */
package org.rightdoor.records.disclosure;
