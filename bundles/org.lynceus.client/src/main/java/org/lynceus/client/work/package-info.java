/** The same for many things, a few at a time, with progress. */
package org.lynceus.client.work;
