/** Tells addresses outside what happens to cases, signed, at least once, and never in anybody's words. */
package org.rightdoor.webhook;
