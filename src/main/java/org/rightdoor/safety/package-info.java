/** What must reach a person now: the alerts, whom they go to and how, and that nothing leaves such a case by itself. */
package org.rightdoor.safety;
