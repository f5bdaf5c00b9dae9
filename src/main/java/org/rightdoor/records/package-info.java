/** What the district keeps and who saw it: views, disclosures, releases, deletion, retention, backups and the audit chain. */
package org.rightdoor.records;
