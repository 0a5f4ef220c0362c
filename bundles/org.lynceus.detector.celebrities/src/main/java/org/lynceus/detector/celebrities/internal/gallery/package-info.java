/** Gallery bundles: finding them, reading them, and keeping what they hold for the encoders that are installed. */
package org.lynceus.detector.celebrities.internal.gallery;
