/** A channel is a folder: receiving, sending and parsing live side by side. */
package org.rightdoor.channel;
