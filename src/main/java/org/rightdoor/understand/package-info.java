/** Text in, reading out: the only room that knows Apache OpenNLP. */
package org.rightdoor.understand;
