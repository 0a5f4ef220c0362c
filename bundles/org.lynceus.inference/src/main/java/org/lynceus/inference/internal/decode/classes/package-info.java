/** Decoders of classifiers and of taggers that know any vocabulary. */
package org.lynceus.inference.internal.decode.classes;
