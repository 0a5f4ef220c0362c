/** The server as its clients reach it: requests, and answers or refusals. */
package org.lynceus.client.server;
