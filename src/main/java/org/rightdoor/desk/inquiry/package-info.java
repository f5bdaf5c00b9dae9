/** One case at the desk: its page, and a class for each kind of thing that staff do with it. */
package org.rightdoor.desk.inquiry;
