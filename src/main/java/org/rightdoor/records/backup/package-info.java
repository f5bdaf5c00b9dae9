/** The whole database in one file, and back: works on any PostgreSQL, without PostgreSQL's own programs. */
package org.rightdoor.records.backup;
