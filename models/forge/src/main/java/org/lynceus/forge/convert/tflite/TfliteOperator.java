package org.lynceus.forge.convert.tflite;

import com.google.flatbuffers.Table;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.Operator;

/**
 * One operator of a TFLite graph.
 *
 * @param index its position in the graph
 * @param name the name of its kind, such as {@code CONV_2D}; of a custom operator its own name
 * @param inputs its input tensors; an optional one that is left out is missing at the end
 * @param outputs its output tensors
 * @param flatbuffer the stored operator, for its options
 */
record TfliteOperator(
        int index, String name, List<TfliteTensor> inputs, List<TfliteTensor> outputs, Operator flatbuffer) {
    TfliteTensor input(int position) throws ForgeException {
        if (position >= inputs.size()) {
            throw new ForgeException(
                    "input " + position + " is missing; the operator has " + inputs.size() + " inputs");
        }
        return inputs.get(position);
    }

    TfliteTensor output() throws ForgeException {
        if (outputs.size() != 1) {
            throw new ForgeException("the operator has " + outputs.size() + " outputs, one was expected");
        }
        return outputs.get(0);
    }

    /**
     * Reads the options of this operator.
     *
     * @param table an empty table of the option type that the schema gives to this kind of operator
     * @return the same table, filled
     */
    <T extends Table> T options(T table) throws ForgeException {
        if (flatbuffer.builtinOptions(table) == null) {
            throw new ForgeException("the operator has no options");
        }
        return table;
    }

    /**
     * Reads the options of this operator, where the schema's defaults serve for a file that has none.
     *
     * @param table an empty table of the option type that the schema gives to this kind of operator
     * @return the same table, filled; nothing when the file stores no options
     */
    <T extends Table> Optional<T> optionalOptions(T table) {
        return Optional.ofNullable(flatbuffer.builtinOptions(table)).map(found -> table);
    }

    @Override
    public String toString() {
        return "operator " + index + " " + name + (outputs.isEmpty() ? "" : " with output " + outputs.get(0));
    }
}
