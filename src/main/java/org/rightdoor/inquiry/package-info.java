/** The matter a family asks about, every contact it took, and the history of both. */
package org.rightdoor.inquiry;
