/** Figures of merit. Nothing here knows pictures or servers. */
package org.lynceus.evaluate.statistics;
