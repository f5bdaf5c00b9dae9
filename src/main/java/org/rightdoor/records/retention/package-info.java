/** How what is kept comes to an end: record classes, legal holds, approved deletion, and what it leaves. */
package org.rightdoor.records.retention;
