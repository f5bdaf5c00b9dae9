/** What one member of staff wishes for oneself: keys, notifications, help. */
package org.rightdoor.desk.me;
