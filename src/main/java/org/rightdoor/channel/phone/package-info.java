/** What people say: calls and visits that staff write down. */
package org.rightdoor.channel.phone;
