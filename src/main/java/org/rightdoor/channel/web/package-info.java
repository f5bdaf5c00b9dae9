/** Questions that arrive as JSON. */
package org.rightdoor.channel.web;
