/** Decoders of text detectors and text recognisers. */
package org.lynceus.inference.internal.decode.text;
