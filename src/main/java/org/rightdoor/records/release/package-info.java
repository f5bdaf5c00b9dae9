/** What is taken out of the house: for one person, or for whoever asks for public records, without what is others'. */
package org.rightdoor.records.release;
