/** Counts and reports, contacts per case first of all. */
package org.rightdoor.insight;
