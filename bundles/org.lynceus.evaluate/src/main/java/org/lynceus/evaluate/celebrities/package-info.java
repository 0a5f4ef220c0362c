/** Whether people of a gallery get their names, and strangers none. */
package org.lynceus.evaluate.celebrities;
