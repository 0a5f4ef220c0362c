package org.lynceus.forge.convert.tflite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.lite.schema.DepthToSpaceOptions;
import org.tensorflow.lite.schema.SpaceToDepthOptions;

/** The conversions of all supported TFLite operators. */
final class OpConverters {
    private static final Map<String, OpConverter> BY_NAME = new HashMap<>();

    static {
        BY_NAME.putAll(Unary.converters());
        BY_NAME.putAll(Binary.converters());
        BY_NAME.putAll(Reduction.converters());
        BY_NAME.put("ADD_N", Gathering::sum);
        BY_NAME.put("ARG_MAX", Normalising.place("ArgMax"));
        BY_NAME.put("ARG_MIN", Normalising.place("ArgMin"));
        BY_NAME.put("AVERAGE_POOL_2D", Pooling.average());
        BY_NAME.put("BATCH_MATMUL", Products::batchMatMul);
        BY_NAME.put("BATCH_TO_SPACE_ND", Batches::toSpace);
        BY_NAME.put("BROADCAST_TO", Gathering::broadcast);
        BY_NAME.put("CAST", Casting::cast);
        BY_NAME.put("CONCATENATION", Joining::concatenation);
        BY_NAME.put("CONV_2D", Convolution::dense);
        BY_NAME.put("DENSIFY", Casting::same);
        BY_NAME.put(
                "DEPTH_TO_SPACE",
                Shaping.blocks(
                        "DepthToSpace",
                        operator -> operator.options(new DepthToSpaceOptions()).blockSize()));
        BY_NAME.put("DEPTHWISE_CONV_2D", Convolution::depthwise);
        BY_NAME.put("DEQUANTIZE", Casting::same);
        BY_NAME.put("EXPAND_DIMS", Shaping::reshape);
        BY_NAME.put("FAKE_QUANT", Casting::same);
        BY_NAME.put("FILL", Gathering::fill);
        BY_NAME.put("FULLY_CONNECTED", Products::fullyConnected);
        BY_NAME.put("GATHER", Gathering::gather);
        BY_NAME.put("GATHER_ND", Gathering::gatherNd);
        BY_NAME.put("L2_NORMALIZATION", Normalising::unitLength);
        BY_NAME.put("LOCAL_RESPONSE_NORMALIZATION", Normalising::localResponse);
        BY_NAME.put("LOG_SOFTMAX", Normalising::logSoftmax);
        BY_NAME.put("MAX_POOL_2D", Pooling.maximum());
        BY_NAME.put("MIRROR_PAD", Pads::mirror);
        BY_NAME.put("PACK", Joining::pack);
        BY_NAME.put("PAD", Pads::zeros);
        BY_NAME.put("PADV2", Pads::value);
        BY_NAME.put("PRELU", PRelu::convert);
        BY_NAME.put("QUANTIZE", Casting::same);
        BY_NAME.put("RESHAPE", Shaping::reshape);
        BY_NAME.put("RESIZE_BILINEAR", Resizing::bilinear);
        BY_NAME.put("RESIZE_NEAREST_NEIGHBOR", Resizing::nearest);
        BY_NAME.put("REVERSE_V2", Slicing::reverse);
        BY_NAME.put("SELECT", Gathering::select);
        BY_NAME.put("SELECT_V2", Gathering::select);
        BY_NAME.put("SHAPE", Shaping::shape);
        BY_NAME.put("SLICE", Slicing::slice);
        BY_NAME.put("SOFTMAX", Normalising::softmax);
        BY_NAME.put("SPACE_TO_BATCH_ND", Batches::fromSpace);
        BY_NAME.put(
                "SPACE_TO_DEPTH",
                Shaping.blocks(
                        "SpaceToDepth",
                        operator -> operator.options(new SpaceToDepthOptions()).blockSize()));
        BY_NAME.put("SPLIT", Joining::split);
        BY_NAME.put("SPLIT_V", Joining::splitV);
        BY_NAME.put("SQUEEZE", Shaping::reshape);
        BY_NAME.put("STRIDED_SLICE", Slicing::stridedSlice);
        BY_NAME.put("TILE", Gathering::tile);
        BY_NAME.put("TOPK_V2", Gathering::topK);
        BY_NAME.put("TRANSPOSE", Shaping::transpose);
        BY_NAME.put("TRANSPOSE_CONV", TransposedConvolution::convert);
        BY_NAME.put("UNPACK", Joining::unpack);
    }

    private OpConverters() {}

    /**
     * The conversion of a kind of operator.
     *
     * @param name the operator's name in the schema, or its own when it is a custom operator; compared as a whole
     * @return the conversion, if there is one
     */
    static Optional<OpConverter> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all operators that have a conversion, in alphabetical order. */
    static Set<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }
}
