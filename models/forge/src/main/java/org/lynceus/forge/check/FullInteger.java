package org.lynceus.forge.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.TensorType;

/** Tells whether a source computes with 8-bit integers. */
public final class FullInteger {
    private static final int HEADER = 8;

    private FullInteger() {}

    /**
     * Whether a file is a TensorFlow Lite model most of whose operators have 8-bit results.
     *
     * @param source the file
     * @return true where goldens may take the inexact form
     */
    public static boolean is(byte[] source) {
        ByteBuffer buffer = ByteBuffer.wrap(source).order(ByteOrder.LITTLE_ENDIAN);
        if (source.length < HEADER || !Model.ModelBufferHasIdentifier(buffer)) {
            return false;
        }
        try {
            Model model = Model.getRootAsModel(buffer);
            SubGraph graph = model.subgraphsLength() == 0 ? null : model.subgraphs(0);
            int integers = 0;
            for (int i = 0; graph != null && i < graph.operatorsLength(); i++) {
                Operator operator = graph.operators(i);
                int type = graph.tensors(operator.outputs(0)).type();
                integers += type == TensorType.INT8 || type == TensorType.UINT8 ? 1 : 0;
            }
            return graph != null && 2 * integers > graph.operatorsLength();
        } catch (IndexOutOfBoundsException e) {
            // A damaged file: the converter says so.
            return false;
        }
    }
}
