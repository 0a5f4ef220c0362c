/** Command line that measures a running server against labelled pictures, through its public API only. */
package org.lynceus.evaluate;
