/** Who gets in: staff by password, second factor, passkey or the district's own log-in, and for how long. */
package org.rightdoor.login;
