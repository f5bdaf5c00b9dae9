/** Going where one wants by a few letters: the command bar, and the page that does the same without a script. */
package org.rightdoor.desk.go;
