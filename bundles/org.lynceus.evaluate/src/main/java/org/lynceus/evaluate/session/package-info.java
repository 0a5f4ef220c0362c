/** What all parts of an evaluation share: the server, the pictures and a few requests at a time. */
package org.lynceus.evaluate.session;
