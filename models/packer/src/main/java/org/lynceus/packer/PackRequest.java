package org.lynceus.packer;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user wants packed.
 *
 * @param role of the model
 * @param files weight files by the name of their graph; the name is empty where there is but one
 * @param output the bundle; empty for one beside the working folder, named like the model
 * @param labels text file with a name per line
 * @param labelVectors NumPy file with a vector per line of the labels
 * @param size of the input where the graph leaves it free: columns, rows
 * @param outputs names of the outputs to use, in the decoder's order; empty to choose them
 * @param fixed values of inputs beside the picture, by their names
 * @param stated keys of the description that the user gave
 */
public record PackRequest(
        String role,
        Map<String, Path> files,
        Optional<Path> output,
        Optional<Path> labels,
        Optional<Path> labelVectors,
        Optional<List<Integer>> size,
        List<String> outputs,
        Map<String, String> fixed,
        Map<String, String> stated) {
    private static final Map<String, String> KNOWN = Map.of("orig_target_sizes", "1", "pixel_mask", "1");

    /** Copies the collections. */
    public PackRequest {
        files = new LinkedHashMap<>(files);
        size = size.map(List::copyOf);
        outputs = List.copyOf(outputs);
        fixed = Map.copyOf(fixed);
        stated = Map.copyOf(stated);
    }

    /**
     * Values of inputs beside the picture: those that the user fixed, and those that exports of DETR families are known to
     * have. With a picture of size 1 x 1 their graphs give boxes in ratios; a mask of ones says that nothing is padded.
     */
    Map<String, String> constants(List<ValueInfoProto> inputs) {
        Map<String, String> constants = new LinkedHashMap<>(fixed);
        for (ValueInfoProto input : inputs) {
            if (KNOWN.containsKey(input.getName()) && inputs.size() > 1) {
                constants.putIfAbsent(input.getName(), KNOWN.get(input.getName()));
            }
        }
        return constants;
    }
}
