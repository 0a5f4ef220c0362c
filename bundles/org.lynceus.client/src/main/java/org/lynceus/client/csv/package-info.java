/** Tables in files. */
package org.lynceus.client.csv;
