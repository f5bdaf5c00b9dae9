/** Notices when a line of the audit trail was removed, changed or added afterwards. */
package org.rightdoor.records.audit;
