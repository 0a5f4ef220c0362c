/** The celebrity operations and how known people look on the wire. */
package org.lynceus.rest.internal.celebrities;
