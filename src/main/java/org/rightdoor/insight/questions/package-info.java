/** Questions that come again: what they cost, which have no approved answer, and what the approved ones have saved. */
package org.rightdoor.insight.questions;
