/** How far landmarks lie from where people put them. */
package org.lynceus.evaluate.landmarks;
