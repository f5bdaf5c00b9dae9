/** Pages for families: ask, see, follow up. */
package org.rightdoor.portal;
