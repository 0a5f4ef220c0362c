/** Brings ONNX graphs into the form that the platform runs: one input of floats with a picture, outputs of floats. */
package org.lynceus.packer.graph;
