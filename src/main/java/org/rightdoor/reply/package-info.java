/** The road out: every message that leaves is a reply row, sent once by the one outbox. */
package org.rightdoor.reply;
