/** Measures a running distribution from outside. Started by hand, never by the build. */
package org.lynceus.benchmarks;
