/** What people say: calls and visits that staff write down, and what callers leave with a voicemail at Twilio. */
package org.rightdoor.channel.phone;
