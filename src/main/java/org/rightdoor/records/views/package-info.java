/** Who opened which case. */
package org.rightdoor.records.views;
