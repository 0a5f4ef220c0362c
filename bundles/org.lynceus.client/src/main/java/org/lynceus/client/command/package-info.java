/** What the command lines that talk to a server have in common. */
package org.lynceus.client.command;
