/** Tables that go out of the house, as CSV and JSON, with columns that stay as they are named. */
package org.rightdoor.insight.exports;
