/** The Amazon Rekognition endpoint. */
package org.lynceus.rest.internal.wire;
