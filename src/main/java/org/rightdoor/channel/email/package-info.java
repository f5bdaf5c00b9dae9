/** Electronic mail: read over IMAP or a webhook, sent over SMTP. */
package org.rightdoor.channel.email;
