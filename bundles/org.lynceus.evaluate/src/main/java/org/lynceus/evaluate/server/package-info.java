/** The server as its clients see it. */
package org.lynceus.evaluate.server;
