/** The build tool that writes the Java sources of the Rekognition wire records from the service model. */
package org.lynceus.rekognition.generator;
