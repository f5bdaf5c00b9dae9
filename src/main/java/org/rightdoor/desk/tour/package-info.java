/** Five steps on a practice case that exists on these pages only: it is not stored, not counted, and nothing leaves. */
package org.rightdoor.desk.tour;
