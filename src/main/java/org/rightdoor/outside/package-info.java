/** Where our own requests may go: to the world outside, and to nothing inside the district's network. */
package org.rightdoor.outside;
