/** Text messages over Twilio. */
package org.rightdoor.channel.sms;
