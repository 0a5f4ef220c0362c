package org.lynceus.inference.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import java.nio.Buffer;

/** Takes an output of the runtime over into an array that lives on without it. */
final class RuntimeOutput {
    private RuntimeOutput() {}

    /**
     * Copies an output.
     *
     * @param name of the output
     * @param value what the runtime gave
     * @param manager owns the copy
     * @throws IllegalArgumentException when the output does not hold numbers
     */
    static NDArray copy(String name, OnnxValue value, NDManager manager) {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new IllegalArgumentException("the output " + name + " is not a tensor");
        }
        NDArray array =
                manager.create(numbers(name, tensor), new Shape(tensor.getInfo().getShape()));
        array.setName(name);
        return array;
    }

    private static Buffer numbers(String name, OnnxTensor tensor) {
        return switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> tensor.getFloatBuffer();
            case DOUBLE -> tensor.getDoubleBuffer();
            case INT64 -> tensor.getLongBuffer();
            case INT32 -> tensor.getIntBuffer();
            case INT8, UINT8, BOOL -> tensor.getByteBuffer();
            default ->
                throw new IllegalArgumentException(
                        "the output " + name + " holds values of type " + tensor.getInfo().type);
        };
    }
}
