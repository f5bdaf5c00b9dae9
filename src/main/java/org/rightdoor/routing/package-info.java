/** What the district wrote down in {@code routing-rules/}, checked line by line, and the decision where a message goes. */
package org.rightdoor.routing;
