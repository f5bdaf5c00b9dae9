/** The rules in force, and what edited ones would change before they are taken over. */
package org.rightdoor.desk.rules;
