/** What staff teach RightDoor by correcting it: the texts, and the versions of the model that were made of them. */
package org.rightdoor.learning;
