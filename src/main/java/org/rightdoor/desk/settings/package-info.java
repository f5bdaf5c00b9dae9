/** What administrators set up in the browser. */
package org.rightdoor.desk.settings;
