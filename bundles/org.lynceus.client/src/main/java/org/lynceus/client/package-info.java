/** What command lines that talk to a running server share. */
package org.lynceus.client;
